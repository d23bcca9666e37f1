package dev.quotetocash.hubspot;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.PortalId;
import java.time.Duration;
import java.util.Optional;

/// HubSpot's limits for one app in one account: docs/reference/hubspot-api.md, 4 and 14. Search has a limit of its
/// own, which all apps of the account share and no header tells of, so a little of it is left to them.
public final class HubSpotLimits implements VendorLimits {

    /// The smallest plan; larger ones tell so in their answers. HubSpot names no limit of calls at a time.
    static final CallLimits SMALLEST = new CallLimits(100, Duration.ofSeconds(10), 20, 250_000, LEASE);

    static final CallLimits SEARCH = new CallLimits(4, Duration.ofSeconds(1), 3, 0, LEASE);

    private final Of all;
    private final Of search;

    public HubSpotLimits(PortalId portal) {
        all = new Of("hubspot#" + portal.value(), SMALLEST);
        search = new Of("hubspot#" + portal.value() + "#search", SEARCH);
    }

    @Override
    public Of request(Http.Request request) {
        return request.uri().getPath().endsWith("/search") ? search : all;
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
