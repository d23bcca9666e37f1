package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A contact. `texts` are its plain members by their names in Xero, `addresses` and `phones` the filled slots
/// by type.
record Contact(
        UUID id,
        Status status,
        Map<String, String> texts,
        Map<String, Map<String, String>> addresses,
        Map<String, Map<String, String>> phones,
        List<Person> persons,
        Optional<PaymentTerm> salesTerm,
        Optional<PaymentTerm> billsTerm,
        boolean customer,
        boolean supplier,
        Optional<UUID> mergedTo,
        Instant updatedAt) {

    enum Status {
        ACTIVE,
        ARCHIVED,
        GDPRREQUEST
    }

    record Person(String firstName, String lastName, String email, boolean includeInEmails) {}

    Contact {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
        phones = Collections.unmodifiableMap(new LinkedHashMap<>(phones));
        persons = List.copyOf(persons);
    }

    static Contact blank(UUID id, Instant now) {
        return new Contact(
                id,
                Status.ACTIVE,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                now);
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    String name() {
        return text("Name");
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    /// Became a customer or supplier by an invoice, which does not count as a modification.
    Contact trading(boolean sells) {
        return new Contact(
                id,
                status,
                texts,
                addresses,
                phones,
                persons,
                salesTerm,
                billsTerm,
                customer || !sells,
                supplier || sells,
                mergedTo,
                updatedAt);
    }

    Contact mergedInto(UUID target, Status left, Instant now) {
        return new Contact(
                id,
                left,
                texts,
                addresses,
                phones,
                persons,
                salesTerm,
                billsTerm,
                customer,
                supplier,
                Optional.of(target),
                now);
    }

    /// After `source` was merged into it: a customer or supplier if one of them was.
    Contact inheriting(Contact source, Instant now) {
        return new Contact(
                id,
                status,
                texts,
                addresses,
                phones,
                persons,
                salesTerm,
                billsTerm,
                customer || source.customer,
                supplier || source.supplier,
                mergedTo,
                now);
    }

    /// When its invoices, or the bills it sends, fall due.
    Optional<PaymentTerm> term(Invoice.Type type) {
        return type == Invoice.Type.ACCREC ? salesTerm : billsTerm;
    }
}
