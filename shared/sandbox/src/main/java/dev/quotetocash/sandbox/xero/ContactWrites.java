package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Creating and updating contacts. Members that were not sent are kept; an address or phone replaces its slot;
/// the persons, when sent, replace all persons.
final class ContactWrites {

    /// The sandbox's own limit: the reference names none.
    private static final BigDecimal DAYS_MAX = BigDecimal.valueOf(999);

    private ContactWrites() {}

    /// PUT: never an update.
    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Contact.blank(call.draws().guid(), call.now()), true);
    }

    /// POST: by ContactID, else by ContactNumber, else by Name, else a new one.
    static Outcome upsert(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var id = sent.guid("ContactID");
        if (id.isPresent()) return update(call, sent, id.get());
        var match = match(call.books(), sent);
        return match.isPresent() ? change(call, sent, match.get()) : create(call, node);
    }

    /// POST to `/Contacts/{id}`.
    static Outcome update(Call call, ObjectNode node, UUID id) {
        return update(call, call.sent(node), id);
    }

    static Optional<Contact> match(Books books, Sent sent) {
        var numbered = sent.filled("ContactNumber").flatMap(books::contactNumbered);
        return numbered.isPresent() ? numbered : sent.filled("Name").flatMap(books::activeContactNamed);
    }

    private static Outcome update(Call call, Sent sent, UUID id) {
        var known = call.books().contacts.get(id);
        return known == null ? new Outcome.Missing() : change(call, sent, known);
    }

    private static Outcome change(Call call, Sent sent, Contact known) {
        if (!known.active() && !call.byFinance()) {
            sent.refuse(ContactRules.ARCHIVED);
            return refused(sent, known.id());
        }
        var target = sent.guid("MergedToContactID").map(call.books().contacts::get);
        if (call.byFinance() && target.isPresent()) return merge(call, known, target.get());
        return save(call, sent, known, false);
    }

    private static Outcome save(Call call, Sent sent, Contact known, boolean created) {
        var named =
                sent.filled("Name").isPresent() || sent.filled("ContactNumber").isPresent();
        if (created && !named) {
            sent.refuse(ContactRules.UNIDENTIFIED);
            return refused(sent, new UUID(0, 0));
        }
        var next = applied(call, sent, known);
        ContactRules.check(next, call.books(), sent);
        if (!call.byFinance()) ContactRules.checkStatus(next.status(), created, sent);
        if (!sent.problems().isEmpty()) return refused(sent, created ? new UUID(0, 0) : known.id());
        call.books().contacts.put(next.id(), next);
        call.events().add(new Event(Event.Category.CONTACT, next.id(), created));
        return new Outcome.Saved(new ContactView(call.books()).written(next));
    }

    private static Contact applied(Call call, Sent sent, Contact known) {
        var texts = new LinkedHashMap<>(known.texts());
        FieldLimits.CONTACT.keySet().forEach(name -> sent.text(name).ifPresent(value -> texts.put(name, value)));
        return new Contact(
                known.id(),
                sent.choice("ContactStatus", Contact.Status.class).orElse(known.status()),
                texts,
                slots(sent, "Addresses", "AddressType", "STREET", FieldLimits.ADDRESS, known.addresses()),
                slots(sent, "Phones", "PhoneType", "DEFAULT", FieldLimits.PHONE, known.phones()),
                sent.has("ContactPersons") ? persons(sent) : known.persons(),
                term(sent, "Sales").or(known::salesTerm),
                term(sent, "Bills").or(known::billsTerm),
                known.customer(),
                known.supplier(),
                known.mergedTo(),
                call.now());
    }

    private static Map<String, Map<String, String>> slots(
            Sent sent,
            String list,
            String typeName,
            String usual,
            Map<String, Integer> names,
            Map<String, Map<String, String>> known) {
        var slots = new LinkedHashMap<>(known);
        for (var slot : sent.list(list)) {
            var filled = new LinkedHashMap<String, String>();
            names.keySet().forEach(name -> slot.filled(name).ifPresent(value -> filled.put(name, value)));
            slots.put(slot.filled(typeName).orElse(usual), filled);
        }
        return slots;
    }

    private static List<Contact.Person> persons(Sent sent) {
        return sent.list("ContactPersons").stream()
                .map(person -> new Contact.Person(
                        person.text("FirstName").orElse(""),
                        person.text("LastName").orElse(""),
                        person.text("EmailAddress").orElse(""),
                        person.flag("IncludeInEmails").orElse(false)))
                .toList();
    }

    private static Optional<PaymentTerm> term(Sent sent, String side) {
        var said = sent.object("PaymentTerms").flatMap(terms -> terms.object(side));
        return said.flatMap(term -> term.choice("Type", PaymentTerm.Kind.class)
                .flatMap(kind -> day(term).map(day -> new PaymentTerm(day, kind))));
    }

    private static Optional<Integer> day(Sent term) {
        var day = term.decimal("Day");
        var count = day.filter(said -> said.signum() >= 0 && said.compareTo(DAYS_MAX) <= 0)
                .filter(said -> said.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact);
        if (day.isPresent() && count.isEmpty()) term.refuse("Day must be a whole number from 0 to " + DAYS_MAX);
        return count;
    }

    /// People merge in the user interface: the target takes over the source's documents and groups.
    private static Outcome merge(Call call, Contact source, Contact target) {
        var left = call.is(Unconfirmed.MERGED_IS_ARCHIVED) ? Contact.Status.ARCHIVED : source.status();
        var merged = source.mergedInto(target.id(), left, call.now());
        call.books().contacts.put(merged.id(), merged);
        var heir = target.inheriting(source, call.now());
        call.books().contacts.put(heir.id(), heir);
        takeOver(call.books(), source.id(), target.id());
        call.events().add(new Event(Event.Category.CONTACT, merged.id(), false));
        call.events().add(new Event(Event.Category.CONTACT, heir.id(), false));
        return new Outcome.Saved(new ContactView(call.books()).written(merged));
    }

    private static void takeOver(Books books, UUID source, UUID target) {
        for (var invoice : books.invoicesOf(source).toList()) {
            books.invoices.put(invoice.id(), invoice.withHead(invoice.head().withContact(target)));
        }
        for (var credit : List.copyOf(books.credits.values())) {
            if (!credit.head().contactId().equals(source)) continue;
            books.credits.put(credit.id(), credit.withHead(credit.head().withContact(target)));
        }
        for (var transaction : List.copyOf(books.bankTransactions.values())) {
            if (!transaction.contactId().equals(source)) continue;
            books.bankTransactions.put(transaction.id(), transaction.withContact(target));
        }
        for (var quote : List.copyOf(books.desk.quotes().values())) {
            if (!quote.head().contactId().equals(source)) continue;
            books.desk.quotes().put(quote.id(), quote.withContact(target));
        }
        for (var group : List.copyOf(books.desk.groups().values())) {
            if (!group.contacts().contains(source)) continue;
            books.desk.groups().put(group.id(), group.without(source).with(target));
        }
    }

    private static Outcome refused(Sent sent, UUID id) {
        var echo = sent.node().deepCopy().put("ContactID", id.toString());
        for (var list : List.of("Addresses", "Phones", "ContactGroups", "ContactPersons")) {
            if (!echo.has(list)) echo.set(list, Json.array());
        }
        return new Outcome.Refused(echo, sent.problems());
    }
}
