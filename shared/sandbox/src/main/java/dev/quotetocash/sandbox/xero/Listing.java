package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a kind of record is listed: filtered, ordered and cut into pages.
///
/// @param fields the members that `where` and `order` may name
/// @param sought what `where` and `order` look at
/// @param detail the JSON that a page shows
/// @param brief what a list without `page` shows
/// @param paged whether `page` means anything
/// @param modified whether `If-Modified-Since` means anything
record Listing<T>(
        String plural,
        Set<String> fields,
        Function<T, UUID> id,
        Function<T, Instant> updatedAt,
        Function<T, Members> sought,
        Function<T, byte[]> detail,
        Function<T, ObjectNode> brief,
        boolean paged,
        boolean modified) {

    private static final int PAGE_SIZE = 100;
    private static final int PAGE_SIZE_MAX = 1000;
    private static final Pattern USUAL = Pattern.compile("\\s*UpdatedDateUTC(\\s+(?i:ASC))?\\s*");

    private record Row<T>(T value, Members members) {}

    /// Of records whose JSON is made whenever it is needed.
    static <T> Listing<T> of(
            String plural,
            Set<String> fields,
            Function<T, UUID> id,
            Function<T, Instant> updatedAt,
            Function<T, ObjectNode> sought,
            Function<T, ObjectNode> detail,
            Function<T, ObjectNode> brief,
            boolean paged,
            boolean modified) {
        return new Listing<>(
                plural,
                fields,
                id,
                updatedAt,
                record -> Members.of(sought.apply(record)),
                record -> Json.bytes(detail.apply(record)),
                brief,
                paged,
                modified);
    }

    Answer answer(Call call, Stream<T> records) {
        return answerSorted(call, records.sorted(usual()).toList());
    }

    /// Of records that are already in the order in which they are listed unless `order` says otherwise.
    Answer answerSorted(Call call, List<T> records) {
        try {
            return list(call, records);
        } catch (QueryRefused refused) {
            return Answer.refused(
                    16,
                    "QueryParseException",
                    Optional.ofNullable(refused.getMessage()).orElse(""));
        }
    }

    private Answer list(Call call, List<T> all) {
        var where = call.request()
                .query("where")
                .filter(text -> !text.isBlank())
                .map(text -> Where.parse(text, fields))
                .orElse(_ -> true);
        var since = modified ? Since.of(call) : Since.ever();
        refuseSlow(call, all.size());
        var changed = since.changed(all, updatedAt);
        if (since.isUnchanged(changed)) return new Answer.NotModified();
        var found = looksInside(call) ? found(call, changed, where) : changed;
        var page = call.request().query("page").filter(_ -> paged);
        var summary = paged && call.asks("summaryOnly");
        if (page.isPresent() || summary) return page(call, found, page, summary);
        if (found.size() > call.settings().limits().rows()) throw new QueryRefused("Too many records: use paging");
        return Answer.of(plural, found.stream().map(brief).toList());
    }

    private List<T> found(Call call, List<T> records, Predicate<Members> where) {
        return records.stream()
                .map(record -> new Row<>(record, sought.apply(record)))
                .filter(row -> where.test(row.members()))
                .sorted(order(call))
                .map(Row::value)
                .toList();
    }

    /// Filters and orders that are not optimised are not for many records.
    private void refuseSlow(Call call, int count) {
        if (count > call.settings().limits().rows() && !Optimised.covers(plural, call.request())) {
            throw new QueryRefused("Too many records for a filter or order that is not optimised");
        }
    }

    private Answer page(Call call, List<T> found, Optional<String> asked, boolean summary) {
        var page = Math.max(1, asked.map(text -> number("page", text)).orElse(1));
        var size = pageSize(call);
        var shown = found.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(summary ? brief.andThen(Json::bytes) : detail)
                .toList();
        var content = Json.object();
        if (asked.isPresent()) {
            content.putObject("pagination")
                    .put("page", page)
                    .put("pageSize", size)
                    .put("pageCount", (found.size() + size - 1) / size)
                    .put("itemCount", found.size());
        }
        return new Answer.Page(content, plural, shown);
    }

    private static int pageSize(Call call) {
        var size = call.request()
                .query("pageSize")
                .map(text -> number("pageSize", text))
                .orElse(PAGE_SIZE);
        if (size > PAGE_SIZE_MAX && call.is(Unconfirmed.CLAMPS_PAGE_SIZE)) return PAGE_SIZE_MAX;
        if (size < 1 || size > PAGE_SIZE_MAX) throw new QueryRefused("pageSize must be from 1 to 1000");
        return size;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new QueryRefused(name + " must be a number");
        }
    }

    /// Not for the order in which the records are anyway (reference section 13.2 recommends it).
    private boolean looksInside(Call call) {
        var order = call.request()
                .query("order")
                .filter(text -> !paged || !USUAL.matcher(text).matches());
        return call.request().query("where").isPresent() || order.isPresent();
    }

    /// What `order` says; the id breaks ties of what is paged. Without it, all stays in its order.
    private Comparator<Row<T>> order(Call call) {
        Comparator<T> ties = paged ? Comparator.comparing(id, ByChange.IDS) : (_, _) -> 0;
        return call.request()
                .query("order")
                .filter(text -> !text.isBlank())
                .map(text -> Ordering.parse(text, fields))
                .map(order -> (Comparator<Row<T>>) (one, other) -> order.compare(one.members(), other.members()))
                .map(order -> order.thenComparing(Row::value, ties))
                .orElse((_, _) -> 0);
    }

    /// What is paged comes oldest change first and the rest in the order of creation; the id breaks ties.
    private Comparator<T> usual() {
        return paged ? Comparator.comparing(updatedAt).thenComparing(id, ByChange.IDS) : (_, _) -> 0;
    }
}
