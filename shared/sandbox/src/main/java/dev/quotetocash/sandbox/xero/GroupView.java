package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/// A contact group as Xero shows it. Its contacts are shown only when it is asked for by its id.
final class GroupView {

    private GroupView() {}

    static ObjectNode listed(ContactGroup group) {
        var view = head(group);
        view.putArray("Contacts");
        return view.put("HasValidationErrors", false);
    }

    static ObjectNode full(Books books, ContactGroup group) {
        var view = listed(group);
        var contacts = group.contacts().stream()
                .flatMap(id -> Optional.ofNullable(books.contacts.get(id)).stream())
                .map(ContactView::stub)
                .toList();
        view.set("Contacts", Json.array(contacts));
        return view;
    }

    /// The groups that a contact shows.
    static ArrayNode of(Stream<ContactGroup> groups) {
        return Json.array(groups.map(GroupView::head)
                .map(view -> view.put("HasValidationErrors", false))
                .toList());
    }

    private static ObjectNode head(ContactGroup group) {
        return Json.object()
                .put("ContactGroupID", group.id().toString())
                .put("Name", group.name())
                .put("Status", group.status().name());
    }
}
