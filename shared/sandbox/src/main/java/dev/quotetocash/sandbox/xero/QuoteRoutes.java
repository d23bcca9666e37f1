package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// `/Quotes`, whose list has filters of its own, no `where`, no `pageSize` and no `pagination` (reference
/// sections 1.1 and 3). Every 200 says `"SummarizeErrors":false`.
final class QuoteRoutes {

    private static final int PAGE_SIZE = 100;
    private static final Batch QUOTES = new Batch("Quotes", "HasValidationErrors");
    private static final Set<String> FIELDS = Set.of(
            "QuoteID",
            "QuoteNumber",
            "Reference",
            "Contact",
            "Date",
            "ExpiryDate",
            "Status",
            "CurrencyCode",
            "SubTotal",
            "TotalTax",
            "Total",
            "Title",
            "UpdatedDateUTC");

    private QuoteRoutes() {}

    /// `rest` is what follows `/Quotes`.
    static Answer answer(Call call, List<String> rest) {
        return switch (written(call, rest)) {
            case Answer.Found(var content) -> new Answer.Found(content.put("SummarizeErrors", false));
            case Answer other -> other;
        };
    }

    private static Answer written(Call call, List<String> rest) {
        var method = call.request().method();
        if (rest.isEmpty()) {
            return switch (method) {
                case "GET" -> list(call);
                case "PUT" -> QUOTES.writeAll(call, node -> QuoteWrites.create(call, node));
                case "POST" -> QUOTES.writeAll(call, node -> QuoteWrites.upsert(call, node));
                default -> new Answer.NotFound();
            };
        }
        var quote = Sent.guidOf(rest.getFirst())
                .flatMap(id -> Optional.ofNullable(call.books().desk.quotes().get(id)));
        if (quote.isEmpty() || rest.size() > 1) return new Answer.NotFound();
        return switch (method) {
            case "GET" ->
                Answer.of("Quotes", List.of(new QuoteView(call.books(), call.quoteUnitScale()).full(quote.get())));
            case "POST" ->
                QUOTES.writeSingle(
                        call, node -> QuoteWrites.update(call, node, quote.get().id()));
            default -> new Answer.NotFound();
        };
    }

    private static Answer list(Call call) {
        try {
            return chosen(call);
        } catch (QueryRefused refused) {
            return Answer.refused(
                    16,
                    "QueryParseException",
                    Optional.ofNullable(refused.getMessage()).orElse(""));
        }
    }

    private static Answer chosen(Call call) {
        var view = new QuoteView(call.books(), call.quoteUnitScale());
        var since = Since.of(call);
        var changed = since.changed(List.copyOf(call.books().desk.quotes().values()), Quote::updatedAt);
        if (since.isUnchanged(changed)) return new Answer.NotModified();
        var found = changed.stream()
                .filter(quote -> within(call, "Date", Optional.of(quote.head().date())))
                .filter(quote -> within(call, "ExpiryDate", quote.head().expiry()))
                .filter(quote -> is(call, "ContactID", quote.head().contactId().toString()))
                .filter(quote -> is(call, "Status", quote.status().name()))
                .filter(quote -> is(call, "QuoteNumber", quote.head().number()))
                .sorted(Comparator.comparing(Quote::updatedAt))
                .map(quote -> Map.entry(quote, view.brief(quote)))
                .sorted(Comparator.comparing(Map.Entry::getValue, order(call)))
                .map(Map.Entry::getKey)
                .toList();
        var page = call.request().query("page").map(QuoteRoutes::pageNumber);
        Function<Quote, ObjectNode> shown = page.isPresent() ? view::full : view::brief;
        return Answer.of(
                "Quotes",
                found.stream()
                        .skip((page.orElse(1) - 1L) * PAGE_SIZE)
                        .limit(page.isPresent() ? PAGE_SIZE : found.size())
                        .map(shown)
                        .toList());
    }

    private static Comparator<JsonNode> order(Call call) {
        return call.request()
                .query("order")
                .filter(text -> !text.isBlank())
                .map(text -> Ordering.parse(text, FIELDS))
                .map(order -> (Comparator<JsonNode>) (one, other) -> order.compare(Members.of(one), Members.of(other)))
                .orElse((_, _) -> 0);
    }

    private static boolean is(Call call, String parameter, String value) {
        return call.request()
                .query(parameter)
                .filter(text -> !text.isBlank())
                .map(value::equalsIgnoreCase)
                .orElse(true);
    }

    /// Whether a date lies within `<name>From` and `<name>To`, both included.
    private static boolean within(Call call, String name, Optional<LocalDate> date) {
        var from = bound(call, name + "From");
        var to = bound(call, name + "To");
        if (from.isEmpty() && to.isEmpty()) return true;
        return date.filter(day -> from.filter(day::isBefore).isEmpty())
                .filter(day -> to.filter(day::isAfter).isEmpty())
                .isPresent();
    }

    private static Optional<LocalDate> bound(Call call, String parameter) {
        var text = call.request().query(parameter).filter(value -> !value.isBlank());
        var date = text.flatMap(Dates::parseDate);
        if (text.isPresent() && date.isEmpty()) throw new QueryRefused(parameter + " is not a valid date");
        return date;
    }

    private static int pageNumber(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw new QueryRefused("page must be a number");
        }
    }
}
