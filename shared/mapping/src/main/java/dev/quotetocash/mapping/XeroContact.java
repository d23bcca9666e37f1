package dev.quotetocash.mapping;

import dev.quotetocash.sync.XeroContactId;
import java.time.Instant;
import java.util.Optional;

/// A Xero contact, as far as finding and linking it needs.
public record XeroContact(
        XeroContactId id,
        String number,
        String name,
        Optional<String> email,
        boolean active,
        Optional<XeroContactId> mergedInto,
        Instant updatedAt) {}
