package dev.quotetocash.hubspot;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.PortalId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// HubSpot's limits for one app in one account: docs/reference/hubspot-api.md, 4 and 14. Search has a limit of its
/// own, which all apps of the account share and no header tells of, so a little of it is left to them.
public final class HubSpotLimits implements VendorLimits {

    /// The smallest plan; larger ones tell so in their answers. HubSpot names no limit of calls at a time.
    static final CallLimits SMALLEST = new CallLimits(100, Duration.ofSeconds(10), 20, 250_000, LEASE);

    static final CallLimits SEARCH = new CallLimits(4, Duration.ofSeconds(1), 4, 0, LEASE);

    private final String budget;
    private final String search;

    public HubSpotLimits(PortalId portal) {
        budget = "hubspot#" + portal.value();
        search = budget + "#search";
    }

    @Override
    public Map<String, CallLimits> budgets() {
        var all = new LinkedHashMap<String, CallLimits>();
        all.put(budget, SMALLEST);
        all.put(search, SEARCH);
        return all;
    }

    @Override
    public Of request(Http.Request request) {
        // Only sweeps search: there is nobody to keep room for.
        return request.uri().getPath().endsWith("/search")
                ? new Of(search, SEARCH, Lane.INVOICE)
                : new Of(budget, SMALLEST, request.lane());
    }

    @Override
    public CallReport report(Answered reply) {
        var told = new CallReport(
                reply.number("X-HubSpot-RateLimit-Max"),
                reply.number("X-HubSpot-RateLimit-Remaining"),
                reply.number("X-HubSpot-RateLimit-Daily-Remaining"),
                Optional.empty());
        return HubSpotFailure.limit(reply).map(told::with).orElse(told);
    }
}
