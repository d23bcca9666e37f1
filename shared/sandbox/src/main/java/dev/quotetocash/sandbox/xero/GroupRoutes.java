package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// `/ContactGroups` (reference section 3.2): the list has only ACTIVE groups, a POST with `Status=DELETED`
/// deletes one. Being put into a group does not modify a contact.
final class GroupRoutes {

    static final String LIMIT = "You’ve reached the limit of 100 contact groups.";

    private static final int GROUPS_MAX = 100;
    private static final Batch GROUPS = new Batch("ContactGroups", "HasValidationErrors");

    private GroupRoutes() {}

    /// `rest` is what follows `/ContactGroups`.
    static Answer answer(Call call, List<String> rest) {
        var method = call.request().method();
        if (rest.isEmpty()) {
            return switch (method) {
                case "GET" -> Listings.groups().answer(call, groups(call).filter(ContactGroup::active));
                case "PUT" -> GROUPS.writeOne(call, node -> create(call, node));
                default -> new Answer.NotFound();
            };
        }
        var group = Sent.guidOf(rest.getFirst())
                .flatMap(id -> Optional.ofNullable(call.books().desk.groups().get(id)));
        if (group.isEmpty()) return new Answer.NotFound();
        if (rest.size() == 1) return one(call, group.get());
        return rest.get(1).equals("Contacts")
                ? members(call, group.get(), rest.subList(2, rest.size()))
                : new Answer.NotFound();
    }

    private static Stream<ContactGroup> groups(Call call) {
        return call.books().desk.groups().values().stream();
    }

    private static Answer one(Call call, ContactGroup group) {
        return switch (call.request().method()) {
            case "GET" -> Answer.of("ContactGroups", List.of(GroupView.full(call.books(), group)));
            case "POST" -> GROUPS.writeSingle(call, node -> save(call, call.sent(node), group));
            default -> new Answer.NotFound();
        };
    }

    private static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        if (groups(call).filter(ContactGroup::active).count() >= GROUPS_MAX) sent.refuse(LIMIT);
        var blank = new ContactGroup(call.draws().guid(), "", ContactGroup.Status.ACTIVE, List.of());
        return save(call, sent, blank);
    }

    private static Outcome save(Call call, Sent sent, ContactGroup known) {
        var name = sent.filled("Name").orElse(known.name());
        var status = sent.choice("Status", ContactGroup.Status.class).orElse(known.status());
        if (name.isEmpty()) sent.refuse("Name must be specified.");
        var taken = groups(call)
                .filter(ContactGroup::active)
                .filter(other -> !other.id().equals(known.id()))
                .anyMatch(other -> other.name().equalsIgnoreCase(name));
        if (taken && status == ContactGroup.Status.ACTIVE) {
            sent.refuse("A contact group named '" + name + "' already exists.");
        }
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node().deepCopy(), sent.problems());
        var next = new ContactGroup(known.id(), name, status, known.contacts());
        call.books().desk.groups().put(next.id(), next);
        return new Outcome.Saved(GroupView.full(call.books(), next));
    }

    private static Answer members(Call call, ContactGroup group, List<String> rest) {
        return switch (call.request().method() + " " + rest.size()) {
            case "PUT 0" -> Batch.CONTACTS.writeOne(call, node -> add(call, group.id(), call.sent(node)));
            case "DELETE 0" -> keep(call, group.withContacts(List.of()));
            case "DELETE 1" ->
                Sent.guidOf(rest.getFirst())
                        .filter(group.contacts()::contains)
                        .map(id -> keep(call, group.without(id)))
                        .orElseGet(Answer.NotFound::new);
            default -> new Answer.NotFound();
        };
    }

    private static Outcome add(Call call, UUID groupId, Sent sent) {
        var contact = sent.guid("ContactID")
                .flatMap(id -> Optional.ofNullable(call.books().contacts.get(id)));
        if (contact.isEmpty()) sent.refuse("The contact could not be found.");
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node().deepCopy(), sent.problems());
        call.books()
                .desk
                .groups()
                .computeIfPresent(
                        groupId, (_, group) -> group.with(contact.orElseThrow().id()));
        var shown = ContactView.stub(contact.orElseThrow());
        shown.putArray("ValidationErrors");
        return new Outcome.Saved(shown);
    }

    private static Answer keep(Call call, ContactGroup group) {
        call.books().desk.groups().put(group.id(), group);
        return new Answer.NoContent();
    }
}
