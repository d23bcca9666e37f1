package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// `POST /crm/objects/{type}/search` (section 4). It answers from an index that lags behind by the settings'
/// search lag.
final class SearchEndpoint {

    private static final int LIMIT_USUAL = 10;
    private static final int LIMIT_MAX = 200;
    private static final int RESULTS_MAX = 10_000;
    private static final int BODY_MAX = 3_000;

    private final Portal portal;
    private final RecordFormat format;
    private final SearchFilters filters;

    SearchEndpoint(Portal portal, RecordFormat format, Associations associations) {
        this.portal = portal;
        this.format = format;
        this.filters = new SearchFilters(portal, associations);
    }

    List<Route> routes() {
        return List.of(Route.of("POST /crm/objects/{type}/search", this::search));
    }

    private SimResponse search(Call call) {
        var type = call.type();
        var body = call.body();
        if (call.request().text().length() > BODY_MAX)
            throw Problem.invalid("The request body exceeds " + BODY_MAX + " characters")
                    .refused();
        var limit = limit(body);
        var from = after(body);
        if (from + limit > RESULTS_MAX)
            throw Problem.invalid("Search results are limited to " + RESULTS_MAX + " per query; after=" + from)
                    .refused();
        var at = portal.now().minus(portal.settings().searchLag());
        var groups = filters.parse(type, Json.optionalArray(body, "filterGroups"), at);
        var order = SearchOrder.parse(portal, type, Json.optionalArray(body, "sorts"), at);
        var query = Json.member(body, "query").orElse("").toLowerCase(Locale.ROOT);
        var found = new ArrayList<CrmRecord>();
        for (var record : groups.candidates(portal.state().of(type))) {
            var indexed = !record.archived() && !record.createdAt().isAfter(at);
            if (indexed && groups.test(record) && (query.isEmpty() || mentions(record, query, at))) found.add(record);
        }
        return reply(call, body, order.sorted(found), from, limit, at);
    }

    private SimResponse reply(Call call, JsonNode request, List<CrmRecord> found, int from, int limit, Instant at) {
        var shown = format.shown(call.type(), Json.texts(request.path("properties")));
        var to = Math.min(found.size(), from + limit);
        var body = Json.object().put("total", found.size());
        body.set(
                "results",
                Json.list(found.subList(Math.min(from, to), to).stream()
                        .map(record -> format.indexed(record, shown, at))
                        .toList()));
        if (to < found.size()) body.putObject("paging").putObject("next").put("after", Integer.toString(to));
        return call.json(200, body);
    }

    /// Every word of the query is somewhere in what the type is searched by.
    private boolean mentions(CrmRecord record, String query, Instant at) {
        var text = Defaults.searched(portal.state(), record.type()).stream()
                .flatMap(name -> record.valueAt(name, at).stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(query.split("\\s+")).allMatch(text::contains);
    }

    private static int limit(JsonNode body) {
        var limit = Json.member(body, "limit").map(text -> Call.number(text, "limit"));
        if (limit.filter(number -> number < 1 || number > LIMIT_MAX).isPresent())
            throw Problem.invalid("limit must be between 1 and " + LIMIT_MAX).refused();
        return limit.map(Long::intValue).orElse(LIMIT_USUAL);
    }

    private static int after(JsonNode body) {
        var after = Json.member(body, "after").filter(text -> !text.isEmpty());
        var from = Call.number(after.orElse("0"), "after");
        if (from < 0 || from > RESULTS_MAX)
            throw Problem.invalid("after must be between 0 and " + RESULTS_MAX).refused();
        return (int) from;
    }
}
