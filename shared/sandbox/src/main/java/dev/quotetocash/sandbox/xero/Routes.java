package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which endpoint answers an accounting call. Anything unknown is not found.
final class Routes {

    /// Reference section 1.2.
    private static final int ITEMS_MAX = 500;

    private final SettingsRoutes settings;

    Routes(Instant openedAt) {
        settings = new SettingsRoutes(openedAt);
    }

    /// `path` is below the accounting base: the resource, then ids and parts.
    Answer answer(Call call, List<String> path) {
        return Extras.answer(call, path).orElseGet(() -> resource(call, path));
    }

    private Answer resource(Call call, List<String> path) {
        var rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "Contacts" -> contacts(call, rest);
            case "Invoices" -> invoices(call, rest);
            case "Payments" -> payments(call, rest);
            case "Items" -> items(call, rest);
            case "ContactGroups" -> GroupRoutes.answer(call, rest);
            case "Quotes" -> QuoteRoutes.answer(call, rest);
            default -> settings.answer(call, path.getFirst(), rest);
        };
    }

    private static Answer contacts(Call call, List<String> rest) {
        return switch (verb(call, rest)) {
            case "GET" -> Listings.contacts(call).answer(call, chosenContacts(call));
            case "PUT" -> Batch.CONTACTS.writeAll(call, node -> ContactWrites.create(call, node));
            case "POST" -> Batch.CONTACTS.writeAll(call, node -> ContactWrites.upsert(call, node));
            case "GET one" ->
                found(
                        "Contacts",
                        byId(call.books().contacts, rest)
                                .or(() -> call.books().contactNumbered(rest.getFirst()))
                                .map(new ContactView(call.books())::full));
            case "POST one" ->
                withId(rest, id -> Batch.CONTACTS.writeOne(call, node -> ContactWrites.update(call, node, id)));
            default -> new Answer.NotFound();
        };
    }

    private static Stream<Contact> chosenContacts(Call call) {
        var ids = listed(call, "IDs");
        var archived = call.asks("includeArchived");
        var term = call.request().query("searchTerm").filter(text -> !text.isBlank());
        return call.books().contacts.values().stream()
                .filter(contact -> archived || contact.status() != Contact.Status.ARCHIVED)
                .filter(contact -> among(ids, contact.id().toString()))
                .filter(contact ->
                        term.map(text -> ContactView.mentions(contact, text)).orElse(true));
    }

    private static Answer invoices(Call call, List<String> rest) {
        var view = new InvoiceView(call.books(), call.unitScale());
        return switch (verb(call, rest)) {
            case "GET" -> Listings.invoices(call).answer(call, chosenInvoices(call));
            case "PUT" -> Batch.INVOICES.writeAll(call, node -> InvoiceWrites.create(call, node));
            case "POST" -> Batch.INVOICES.writeAll(call, node -> InvoiceWrites.upsert(call, node));
            case "GET one" -> found("Invoices", invoice(call, rest).map(view::single));
            case "POST one" ->
                withId(rest, id -> Batch.INVOICES.writeOne(call, node -> InvoiceWrites.update(call, node, id)));
            case "GET OnlineInvoice" ->
                found(
                        "OnlineInvoices",
                        invoice(call, rest)
                                .filter(Invoice::receivable)
                                .filter(invoice -> invoice.status() != Invoice.Status.DRAFT)
                                .map(invoice ->
                                        Json.object().put("OnlineInvoiceUrl", "https://in.xero.com/" + invoice.id())));
            default -> new Answer.NotFound();
        };
    }

    private static Optional<Invoice> invoice(Call call, List<String> rest) {
        return byId(call.books().invoices, rest)
                .or(() -> call.books().receivablesNumbered(rest.getFirst()).findFirst());
    }

    private static Stream<Invoice> chosenInvoices(Call call) {
        var ids = listed(call, "IDs");
        var numbers = listed(call, "InvoiceNumbers");
        var contacts = listed(call, "ContactIDs");
        var statuses = listed(call, "Statuses");
        var term = call.request().query("searchTerm").filter(text -> !text.isBlank());
        var own = call.asks("createdByMyApp");
        return call.books().invoices.values().stream()
                .filter(invoice -> !own || invoice.createdBy().equals(call.clientId()))
                .filter(invoice -> among(ids, invoice.id().toString()))
                .filter(invoice -> among(numbers, invoice.head().number()))
                .filter(invoice -> among(contacts, invoice.head().contactId().toString()))
                .filter(invoice -> among(statuses, invoice.status().name()))
                .filter(invoice ->
                        term.map(text -> mentions(invoice.head(), text)).orElse(true));
    }

    private static boolean mentions(Invoice.Head head, String term) {
        var sought = term.toLowerCase(Locale.ROOT);
        return head.number().toLowerCase(Locale.ROOT).contains(sought)
                || head.reference().toLowerCase(Locale.ROOT).contains(sought);
    }

    private static Answer payments(Call call, List<String> rest) {
        var view = new PaymentView(call.books());
        return switch (verb(call, rest)) {
            case "GET" -> Listings.payments(call).answer(call, call.books().payments.values().stream());
            case "PUT" -> Batch.PAYMENTS.writeAll(call, node -> PaymentWrites.create(call, node));
            case "POST" -> Batch.PAYMENTS.writeOne(call, node -> PaymentWrites.create(call, node));
            case "GET one" ->
                found("Payments", byId(call.books().payments, rest).map(view::full));
            case "POST one" ->
                withId(rest, id -> Batch.PAYMENTS.writeOne(call, node -> PaymentWrites.delete(call, node, id)));
            default -> new Answer.NotFound();
        };
    }

    private static Answer items(Call call, List<String> rest) {
        var view = new ItemView(call.unitScale());
        return switch (verb(call, rest)) {
            case "GET" -> Listings.items(call).answer(call, call.books().items.values().stream());
            case "PUT" ->
                Batch.ITEMS
                        .tooMany(call, ITEMS_MAX)
                        .orElseGet(() -> Batch.ITEMS.writeAll(call, node -> ItemWrites.create(call, node)));
            case "POST" ->
                Batch.ITEMS
                        .tooMany(call, ITEMS_MAX)
                        .orElseGet(() -> Batch.ITEMS.writeAll(call, node -> ItemWrites.upsert(call, node)));
            case "GET one" -> found("Items", item(call, rest).map(view::full));
            case "POST one" ->
                withId(rest, id -> Batch.ITEMS.writeOne(call, node -> ItemWrites.update(call, node, id)));
            case "DELETE one" -> {
                var item = item(call, rest);
                item.ifPresent(found -> call.books().items.remove(found.id()));
                yield item.isPresent() ? new Answer.NoContent() : new Answer.NotFound();
            }
            default -> new Answer.NotFound();
        };
    }

    private static Optional<Item> item(Call call, List<String> rest) {
        return byId(call.books().items, rest).or(() -> call.books().itemCoded(rest.getFirst()));
    }

    /// `GET`, `GET one`, or `GET` and the part of one.
    private static String verb(Call call, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> call.request().method();
            case 1 -> call.request().method() + " one";
            case 2 -> call.request().method() + " " + rest.get(1);
            default -> "";
        };
    }

    private static Answer found(String plural, Optional<ObjectNode> view) {
        return view.<Answer>map(shown -> Answer.of(plural, List.of(shown))).orElseGet(Answer.NotFound::new);
    }

    private static Answer withId(List<String> rest, Function<UUID, Answer> answer) {
        return Sent.guidOf(rest.getFirst()).map(answer).orElseGet(Answer.NotFound::new);
    }

    private static <T> Optional<T> byId(Map<UUID, T> records, List<String> rest) {
        return Sent.guidOf(rest.getFirst()).flatMap(id -> Optional.ofNullable(records.get(id)));
    }

    /// A parameter of values separated by commas, lower case; empty when it was not sent.
    private static Optional<List<String>> listed(Call call, String parameter) {
        return call.request()
                .query(parameter)
                .filter(text -> !text.isBlank())
                .map(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList());
    }

    private static boolean among(Optional<List<String>> chosen, String value) {
        return chosen.map(values -> values.contains(value.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }
}
