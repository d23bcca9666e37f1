package dev.quotetocash.sandbox.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A group of contacts, in the order in which they were added.
record ContactGroup(UUID id, String name, Status status, List<UUID> contacts) {

    enum Status {
        ACTIVE,
        DELETED
    }

    ContactGroup {
        contacts = List.copyOf(contacts);
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    ContactGroup with(UUID contact) {
        if (contacts.contains(contact)) return this;
        var more = new ArrayList<>(contacts);
        more.add(contact);
        return withContacts(more);
    }

    ContactGroup without(UUID contact) {
        return withContacts(contacts.stream().filter(id -> !id.equals(contact)).toList());
    }

    ContactGroup withContacts(List<UUID> others) {
        return new ContactGroup(id, name, status, others);
    }
}
