package dev.quotetocash.mapping;

import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.RecordRef;
import java.util.Optional;

/// The HubSpot side of a customer: a company with its billing contact, or a person. `record` is the one that the
/// customer is linked by.
public record Customer(
        RecordRef record, String name, Optional<String> email, Optional<String> firstName, Optional<String> lastName) {

    /// Xero's limits: docs/reference/xero-api.md, 8.
    private static final int NAME_MAX = 255;

    /// Our marker in Xero's ContactNumber: `hs-<portal>-company-<id>`.
    public static String contactNumber(PortalId portal, RecordRef record) {
        return "hs-" + portal.value() + "-" + record.kind() + "-" + record.id();
    }

    public String contactNumber(PortalId portal) {
        return contactNumber(portal, record);
    }

    /// The name as Xero takes it: no angle brackets, no outer or repeated spaces. Empty if nothing is left.
    public Optional<String> xeroName() {
        var clean = name.replaceAll("[<>]", " ").strip().replaceAll("\\s+", " ");
        if (clean.isEmpty()) return Optional.empty();
        return Optional.of(
                clean.length() <= NAME_MAX
                        ? clean
                        : clean.substring(0, NAME_MAX).strip());
    }
}
