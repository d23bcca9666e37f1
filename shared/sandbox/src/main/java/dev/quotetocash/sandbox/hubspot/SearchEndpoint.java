package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
        if (new String(call.request().body(), StandardCharsets.UTF_8).length() > BODY_MAX)
            throw Problem.invalid("The request body exceeds " + BODY_MAX + " characters")
                    .refused();
        var limit = limit(body);
        var from = after(body);
        if (from + limit > RESULTS_MAX)
            throw Problem.invalid("Search results are limited to " + RESULTS_MAX + " per query; after=" + from)
                    .refused();
        var at = portal.now().minus(portal.settings().searchLag());
        var matcher = filters.parse(type, body.path("filterGroups"), at);
        var order = SearchOrder.parse(portal.state(), type, body.path("sorts"), at);
        var query = Json.member(body, "query").orElse("").toLowerCase(Locale.ROOT);
        var found = portal.state().all(type).stream()
                .filter(record -> !record.archived() && !record.createdAt().isAfter(at))
                .filter(record -> query.isEmpty() || mentions(record, query, at))
                .filter(matcher)
                .sorted(order)
                .toList();
        return reply(call, found, from, limit, at);
    }

    private SimResponse reply(Call call, List<CrmRecord> found, int from, int limit, Instant at) {
        var properties = Json.texts(call.body().path("properties"));
        var to = Math.min(found.size(), from + limit);
        var body = Json.object().put("total", found.size());
        body.set(
                "results",
                Json.list(found.subList(Math.min(from, to), to).stream()
                        .map(record -> format.indexed(record, properties, at))
                        .toList()));
        if (to < found.size()) body.putObject("paging").putObject("next").put("after", Integer.toString(to));
        return call.json(200, body);
    }

    private static boolean mentions(CrmRecord record, String query, Instant at) {
        return Defaults.of(record.type()).stream()
                .flatMap(name -> record.valueAt(name, at).stream())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(query));
    }

    private static int limit(JsonNode body) {
        var limit = body.path("limit").asInt(LIMIT_USUAL);
        if (limit < 0 || limit > LIMIT_MAX)
            throw Problem.invalid("limit must be at most " + LIMIT_MAX).refused();
        return limit;
    }

    private static int after(JsonNode body) {
        var after = Json.member(body, "after").filter(text -> !text.isEmpty());
        var from = Call.number(after.orElse("0"), "after");
        if (from < 0 || from > RESULTS_MAX)
            throw Problem.invalid("after must be between 0 and " + RESULTS_MAX).refused();
        return (int) from;
    }
}
