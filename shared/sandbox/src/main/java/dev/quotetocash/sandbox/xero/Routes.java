package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which endpoint answers an accounting call. Anything unknown is not found.
final class Routes {

    /// Reference section 1.2.
    private static final int ITEMS_MAX = 500;

    /// A comparison that the rest of the filter can only narrow.
    private static final Pattern EQUALITY = Pattern.compile(
            "\\s*(Reference|InvoiceNumber)\\s*==?\\s*\"([^\"\\\\]*)\"\\s*(?:(?i:and\\b|&&)(?!.*(?i:\\bor\\b|\\|\\|)).*)?",
            Pattern.DOTALL);

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
            case "CreditNotes" -> MoneyRoutes.creditNotes(call, rest);
            case "Overpayments" -> MoneyRoutes.credits(call, rest, Credit.Family.OVERPAYMENT);
            case "Prepayments" -> MoneyRoutes.credits(call, rest, Credit.Family.PREPAYMENT);
            case "BatchPayments" -> MoneyRoutes.batchPayments(call, rest);
            case "BankTransactions" -> MoneyRoutes.bankTransactions(call, rest);
            case "Items" -> items(call, rest);
            case "ContactGroups" -> GroupRoutes.answer(call, rest);
            case "Quotes" -> QuoteRoutes.answer(call, rest);
            default -> settings.answer(call, path.getFirst(), rest);
        };
    }

    private static Answer contacts(Call call, List<String> rest) {
        return switch (verb(call, rest)) {
            case "GET" -> Listings.contacts(call).answerSorted(call, chosenContacts(call));
            case "PUT" -> Batch.CONTACTS.writeAll(call, node -> ContactWrites.create(call, node));
            case "POST" -> Batch.CONTACTS.writeAll(call, node -> ContactWrites.upsert(call, node));
            case "GET one" ->
                found(
                        "Contacts",
                        byId(call.books().contacts, rest)
                                .or(() -> call.books().contactNumbered(rest.getFirst()))
                                .map(contact -> Balances.of(call, contact)));
            case "POST one" ->
                withId(rest, id -> Batch.CONTACTS.writeSingle(call, node -> ContactWrites.update(call, node, id)));
            default -> new Answer.NotFound();
        };
    }

    private static List<Contact> chosenContacts(Call call) {
        var books = call.books();
        var archived = call.asks("includeArchived");
        var term = call.request().query("searchTerm").filter(text -> !text.isBlank());
        var chosen = ids(call, "IDs")
                .map(ids -> ids.flatMap(id -> known(books.contacts, id))
                        .sorted(ByChange.order(Contact::updatedAt, Contact::id)));
        var contacts = chosen.orElseGet(() -> books.contactsByChange.all().stream())
                .filter(contact -> archived || contact.status() != Contact.Status.ARCHIVED);
        return term.map(text -> contacts.filter(contact -> ContactView.mentions(contact, text)))
                .orElse(contacts)
                .toList();
    }

    private static Answer invoices(Call call, List<String> rest) {
        var view = new InvoiceView(call.books(), call.unitScale());
        return switch (verb(call, rest)) {
            case "GET" -> Listings.invoices(call).answerSorted(call, chosenInvoices(call));
            case "PUT" -> Batch.INVOICES.writeAll(call, node -> InvoiceWrites.create(call, node));
            case "POST" -> Batch.INVOICES.writeAll(call, node -> InvoiceWrites.upsert(call, node));
            case "GET one" -> found("Invoices", invoice(call, rest).map(view::single));
            case "POST one" ->
                withId(rest, id -> Batch.INVOICES.writeSingle(call, node -> InvoiceWrites.update(call, node, id)));
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

    private static List<Invoice> chosenInvoices(Call call) {
        var filters = invoiceFilters(call);
        var few = fewInvoices(call).map(found -> found.sorted(ByChange.order(Invoice::updatedAt, Invoice::id)));
        var all = call.books().invoicesByChange.all();
        if (few.isEmpty() && filters.isEmpty()) return all;
        var invoices = few.orElseGet(all::stream);
        for (var chosen : filters) invoices = invoices.filter(chosen);
        return invoices.toList();
    }

    /// All that the request may mean, found by an index of the parameter that names the fewest.
    private static Optional<Stream<Invoice>> fewInvoices(Call call) {
        var books = call.books();
        return ids(call, "IDs")
                .map(ids -> ids.flatMap(id -> known(books.invoices, id)))
                .or(() -> ids(call, "ContactIDs").map(ids -> ids.flatMap(books::invoicesOf)))
                .or(() -> soughtText(call))
                .or(() -> searchTerm(call).map(books::invoicesMentioning));
    }

    /// Those of the reference or number that a filter begins with and allows no other. Filters that are not
    /// optimised look at all, and so does whoever asks whether anything has changed.
    private static Optional<Stream<Invoice>> soughtText(Call call) {
        return call.request()
                .query("where")
                .filter(_ -> !Since.of(call).mayTell304())
                .filter(_ -> Optimised.covers("Invoices", call.request()))
                .map(EQUALITY::matcher)
                .filter(Matcher::matches)
                .filter(found -> !new Value.Text(found.group(2)).folded().isEmpty())
                .map(found -> having(call.books(), found.group(1), new Value.Text(found.group(2))));
    }

    private static Stream<Invoice> having(Books books, String field, Value.Text text) {
        return field.equals("Reference") ? books.invoicesReferred(text) : books.invoicesNumbered(text);
    }

    private static Optional<String> searchTerm(Call call) {
        return call.request().query("searchTerm").filter(text -> !text.isBlank());
    }

    private static List<Predicate<Invoice>> invoiceFilters(Call call) {
        var filters = new ArrayList<Predicate<Invoice>>();
        var contacts = listed(call, "ContactIDs");
        var numbers = listed(call, "InvoiceNumbers");
        var statuses = listed(call, "Statuses");
        if (contacts.isPresent()) {
            filters.add(invoice -> among(contacts, invoice.head().contactId().toString()));
        }
        if (numbers.isPresent()) {
            filters.add(invoice -> among(numbers, invoice.head().number()));
        }
        if (statuses.isPresent()) {
            filters.add(invoice -> among(statuses, invoice.status().name()));
        }
        if (call.asks("createdByMyApp")) {
            filters.add(invoice -> invoice.createdBy().equals(call.clientId()));
        }
        searchTerm(call).ifPresent(text -> filters.add(invoice -> mentions(invoice.head(), text)));
        var lag = call.switches().lookUpLagSeconds();
        if (lag > 0)
            filters.add(invoice -> !invoice.createdAt().plusSeconds(lag).isAfter(call.now()));
        return filters;
    }

    /// The ids that a parameter names; what is no id names nothing.
    private static Optional<Stream<UUID>> ids(Call call, String parameter) {
        return listed(call, parameter)
                .map(texts -> texts.stream().distinct().flatMap(text -> Sent.guidOf(text).stream()));
    }

    private static <T> Stream<T> known(Map<UUID, T> records, UUID id) {
        return Stream.ofNullable(records.get(id));
    }

    private static boolean mentions(Invoice.Head head, String term) {
        var sought = SearchTexts.fold(term);
        return SearchTexts.fold(head.number()).contains(sought)
                || SearchTexts.fold(head.reference()).contains(sought);
    }

    private static Answer payments(Call call, List<String> rest) {
        var view = new PaymentView(call.books());
        return switch (verb(call, rest)) {
            case "GET" -> Listings.payments(call).answer(call, call.books().paymentsByChange.all().stream());
            case "PUT" -> Batch.PAYMENTS.writeAll(call, node -> PaymentWrites.put(call, node));
            case "POST" -> Batch.PAYMENTS.writeSingle(call, node -> PaymentWrites.post(call, node));
            case "GET one" ->
                found("Payments", byId(call.books().payments, rest).map(view::full));
            case "POST one" ->
                withId(rest, id -> Batch.PAYMENTS.writeSingle(call, node -> PaymentWrites.delete(call, node, id)));
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
                withId(rest, id -> Batch.ITEMS.writeSingle(call, node -> ItemWrites.update(call, node, id)));
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
    static String verb(Call call, List<String> rest) {
        return switch (rest.size()) {
            case 0 -> call.request().method();
            case 1 -> call.request().method() + " one";
            case 2 -> call.request().method() + " " + rest.get(1);
            default -> "";
        };
    }

    static Answer found(String plural, Optional<ObjectNode> view) {
        return view.<Answer>map(shown -> Answer.of(plural, List.of(shown))).orElseGet(Answer.NotFound::new);
    }

    static Answer withId(List<String> rest, Function<UUID, Answer> answer) {
        return Sent.guidOf(rest.getFirst()).map(answer).orElseGet(Answer.NotFound::new);
    }

    static <T> Optional<T> byId(Map<UUID, T> records, List<String> rest) {
        return Sent.guidOf(rest.getFirst()).flatMap(id -> Optional.ofNullable(records.get(id)));
    }

    /// A parameter of values separated by commas, lower case; empty when it was not sent.
    static Optional<List<String>> listed(Call call, String parameter) {
        return call.request()
                .query(parameter)
                .filter(text -> !text.isBlank())
                .map(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList());
    }

    static boolean among(Optional<List<String>> chosen, String value) {
        return chosen.map(values -> values.contains(value.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }
}
