package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A contact as Xero shows it: always four phone and two address slots, blank when unset (observed).
record ContactView(Books books) {

    static final List<String> ADDRESS_TYPES = List.of("STREET", "POBOX");
    static final List<String> PHONE_TYPES = List.of("DDI", "DEFAULT", "FAX", "MOBILE");

    private static final List<String> ALWAYS = List.of("Name", "EmailAddress", "BankAccountDetails");
    private static final List<String> BLANKS = List.of("City", "Region", "PostalCode", "Country");

    /// With `MergedToContactID`, which lists without paging do not have.
    ObjectNode full(Contact contact) {
        var view = listed(contact);
        contact.mergedTo().ifPresent(target -> view.put("MergedToContactID", target.toString()));
        return view;
    }

    /// The answer to a write (observed).
    ObjectNode written(Contact contact) {
        return full(contact).without("HasAttachments");
    }

    ObjectNode listed(Contact contact) {
        var view = Json.object().put("ContactID", contact.id().toString());
        view.put("ContactStatus", contact.status().name());
        FieldLimits.CONTACT.keySet().forEach(name -> {
            if (ALWAYS.contains(name) || !contact.text(name).isEmpty()) view.put(name, contact.text(name));
        });
        view.set("Addresses", addresses(contact));
        view.set("Phones", phones(contact));
        view.put("UpdatedDateUTC", Dates.moment(contact.updatedAt()));
        view.set("ContactGroups", GroupView.of(books.desk.groupsOf(contact.id())));
        view.put("IsSupplier", contact.supplier());
        view.put("IsCustomer", contact.customer());
        view.set("ContactPersons", persons(contact));
        terms(contact).ifPresent(terms -> view.set("PaymentTerms", terms));
        view.put("HasAttachments", books.desk.hasFiles(contact.id()));
        view.put("HasValidationErrors", false);
        return view;
    }

    /// What the list with `summaryOnly` keeps.
    ObjectNode summary(Contact contact) {
        return full(contact).without(List.of("Addresses", "Phones", "ContactPersons", "ContactGroups"));
    }

    /// What an invoice in a list shows of its contact.
    static ObjectNode stub(Contact contact) {
        var view = Json.object().put("ContactID", contact.id().toString()).put("Name", contact.name());
        for (var empty : List.of("Addresses", "Phones", "ContactGroups", "ContactPersons")) {
            view.set(empty, Json.array());
        }
        return view.put("HasValidationErrors", false);
    }

    private static ArrayNode addresses(Contact contact) {
        var slots = Json.array();
        for (var type : ADDRESS_TYPES) {
            var filled = contact.addresses().getOrDefault(type, Map.of());
            var slot = slots.addObject().put("AddressType", type);
            FieldLimits.ADDRESS.keySet().forEach(name -> {
                if (BLANKS.contains(name) || filled.containsKey(name)) slot.put(name, filled.getOrDefault(name, ""));
            });
        }
        return slots;
    }

    private static ArrayNode phones(Contact contact) {
        var slots = Json.array();
        for (var type : PHONE_TYPES) {
            var filled = contact.phones().getOrDefault(type, Map.of());
            var slot = slots.addObject().put("PhoneType", type);
            FieldLimits.PHONE.keySet().forEach(name -> slot.put(name, filled.getOrDefault(name, "")));
        }
        return slots;
    }

    private static Optional<ObjectNode> terms(Contact contact) {
        var terms = Json.object();
        contact.billsTerm().ifPresent(term -> terms.set("Bills", SettingsView.term(term)));
        contact.salesTerm().ifPresent(term -> terms.set("Sales", SettingsView.term(term)));
        return Optional.of(terms).filter(known -> !known.isEmpty());
    }

    private static ArrayNode persons(Contact contact) {
        var persons = Json.array();
        contact.persons()
                .forEach(person -> persons.addObject()
                        .put("FirstName", person.firstName())
                        .put("LastName", person.lastName())
                        .put("EmailAddress", person.email())
                        .put("IncludeInEmails", person.includeInEmails()));
        return persons;
    }

    /// Whether a search term occurs in one of the texts that `searchTerm` covers.
    static boolean mentions(Contact contact, String term) {
        var sought = term.toLowerCase(Locale.ROOT);
        return List.of("Name", "FirstName", "LastName", "ContactNumber", "EmailAddress").stream()
                .anyMatch(name -> contact.text(name).toLowerCase(Locale.ROOT).contains(sought));
    }
}
