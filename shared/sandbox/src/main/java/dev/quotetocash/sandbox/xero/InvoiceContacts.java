package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/// Finds the contact of a document. A ContactID alone only refers to it; further members rewrite the contact
/// and delete the persons that were not sent; without a ContactID a name or number creates or matches one
/// (reference section 7.2).
final class InvoiceContacts {

    private InvoiceContacts() {}

    /// `known` is the contact that the document has. Empty when refused, which `sent` then tells.
    static Optional<UUID> resolve(Call call, Sent sent, Optional<UUID> known) {
        var contact = sent.object("Contact");
        if (contact.isEmpty()) {
            if (known.isEmpty()) sent.refuse(ContactRules.UNIDENTIFIED);
            return known;
        }
        var id = contact.get().guid("ContactID");
        return id.isPresent() ? identified(call, contact.get(), id.get(), known) : described(call, contact.get());
    }

    private static Optional<UUID> identified(Call call, Sent sent, UUID id, Optional<UUID> known) {
        var contact = call.books().contacts.get(id);
        if (contact == null) {
            sent.refuse("The contact with ContactID " + id + " could not be found.");
            return Optional.empty();
        }
        if (!contact.active() && !known.equals(Optional.of(id))) {
            sent.refuse(ContactRules.inDocument(call));
            return Optional.empty();
        }
        return refersOnly(sent) ? Optional.of(id) : written(sent, ContactWrites.update(call, rewriting(sent), id), id);
    }

    private static Optional<UUID> described(Call call, Sent sent) {
        var match = ContactWrites.match(call.books(), sent);
        if (match.isPresent() && match.get().active() && namesOnly(sent)) return match.map(Contact::id);
        if (match.isPresent()) {
            var id = match.get().id();
            return written(sent, ContactWrites.update(call, rewriting(sent), id), id);
        }
        return switch (ContactWrites.create(call, sent.node())) {
            case Outcome.Saved(var shown) -> Sent.guidOf(shown.path("ContactID").asText());
            case Outcome.Refused refused -> refused(sent, refused);
            case Outcome.Missing _ -> Optional.empty();
        };
    }

    private static Optional<UUID> written(Sent sent, Outcome outcome, UUID id) {
        return switch (outcome) {
            case Outcome.Saved _ -> Optional.of(id);
            case Outcome.Refused refused -> refused(sent, refused);
            case Outcome.Missing _ -> Optional.empty();
        };
    }

    private static Optional<UUID> refused(Sent sent, Outcome.Refused refused) {
        refused.messages().forEach(sent::refuse);
        return Optional.empty();
    }

    private static ObjectNode rewriting(Sent sent) {
        var node = sent.node().deepCopy();
        if (!sent.has("ContactPersons")) node.putArray("ContactPersons");
        return node;
    }

    /// What the SDKs add to every contact (flags, empty lists) writes nothing.
    private static boolean refersOnly(Sent sent) {
        return sent.node()
                .propertyStream()
                .filter(member -> !member.getKey().equals("ContactID"))
                .noneMatch(member -> FieldLimits.CONTACT.containsKey(member.getKey())
                        || member.getKey().equals("ContactStatus")
                        || (member.getValue().isArray() && !member.getValue().isEmpty()));
    }

    private static boolean namesOnly(Sent sent) {
        return sent.node()
                .propertyStream()
                .noneMatch(member -> (FieldLimits.CONTACT.containsKey(member.getKey())
                                && !member.getKey().equals("Name")
                                && !member.getKey().equals("ContactNumber"))
                        || (member.getValue().isArray() && !member.getValue().isEmpty()));
    }
}
