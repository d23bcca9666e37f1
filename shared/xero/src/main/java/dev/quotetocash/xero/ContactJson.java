package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.XeroGateway.CreatedContact;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.XeroContact;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.XeroContactId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Contacts: docs/reference/xero-api.md, 4.2 and 7.
final class ContactJson {

    private ContactJson() {}

    /// Fails with an [IllegalArgumentException] for a customer without a name that Xero could take.
    static Payload compose(Customer customer, String contactNumber) {
        var name = customer.xeroName()
                .orElseThrow(() -> new IllegalArgumentException("no name for Xero: " + customer.record()));
        var element = Json.object().put("Name", name).put("ContactNumber", contactNumber);
        customer.email().ifPresent(email -> element.put("EmailAddress", email));
        customer.firstName().ifPresent(firstName -> element.put("FirstName", firstName));
        customer.lastName().ifPresent(lastName -> element.put("LastName", lastName));
        return new Payload(Json.format(element));
    }

    /// Xero's filter ignores case and accents, so it is checked again. Of several the active one, then the one
    /// modified last.
    static Optional<XeroContact> withNumber(JsonNode body, String contactNumber) {
        return StreamSupport.stream(Json.array(body, "Contacts").spliterator(), false)
                .map(ContactJson::contact)
                .filter(contact -> contact.number().equals(contactNumber))
                .max(Comparator.comparing(XeroContact::active).thenComparing(XeroContact::updatedAt));
    }

    /// The one element of the answer to a create.
    static CreatedContact created(JsonNode body) {
        var elements = Json.array(body, "Contacts");
        if (elements.size() != 1) throw new UnreadableReply("not one contact");
        var element = elements.get(0);
        return ElementJson.refused(element)
                ? new CreatedContact.Refused(ElementJson.reasons(element))
                : new CreatedContact.Accepted(contact(element));
    }

    private static XeroContact contact(JsonNode contact) {
        return new XeroContact(
                new XeroContactId(Json.text(contact, "ContactID")),
                Json.optional(contact, "ContactNumber").orElse(""),
                Json.optional(contact, "Name").orElse(""),
                Json.optional(contact, "EmailAddress"),
                Json.optional(contact, "ContactStatus").orElse("ACTIVE").equals("ACTIVE"),
                Json.optional(contact, "MergedToContactID").map(XeroContactId::new),
                XeroDates.instant(contact, "UpdatedDateUTC"));
    }
}
