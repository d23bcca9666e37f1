package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sandbox.sim.WebhookForm;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// HubSpot's CRM API for one account with one installed app, after docs/reference/hubspot-api.md.
/// Two equal sequences of calls, with equal settings, clock and seed, give equal replies and webhooks.
public final class HubSpotSimulator implements VendorSimulator {

    /// An address beyond this is refused with 414 (section 18).
    private static final int ADDRESS_MAX = 15_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final HubSpotSettings settings;
    private final Portal portal;
    private final Outbox outbox;
    private final RateLimits limits;
    private final List<Route> routes;

    public HubSpotSimulator(HubSpotSettings settings, InstantSource clock, long seed, Webhooks webhooks) {
        this.settings = settings;
        outbox = new Outbox(settings, webhooks);
        portal = new Portal(settings, clock, seed, outbox);
        limits = new RateLimits(settings);
        routes = Routes.of(portal, limits);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        return locked(() -> {
            var correlationId = portal.correlationId();
            return answer(request, correlationId).with("X-HubSpot-Correlation-Id", correlationId);
        });
    }

    /// A stable name for counting and faults, without ids and version: `GET /crm/objects/deals/{id}`.
    @Override
    public String endpoint(SimRequest request) {
        var path = ApiPath.of(request.path());
        return routes.stream()
                .filter(route -> route.match(request.method(), path.segments()).isPresent())
                .findFirst()
                .map(route -> route.endpoint(path.segments()))
                .orElseGet(() -> Routes.unknown(request.method(), path));
    }

    /// The whole state as readable JSON.
    @Override
    public String dump() {
        return locked(() -> Dump.of(portal.state()));
    }

    @Override
    public void load(String json) {
        throw new UnsupportedOperationException("loading a state is not there yet");
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("resetting is not there yet");
    }

    /// How webhooks of an app with these settings are written and signed.
    public static WebhookForm webhookForm(HubSpotSettings settings) {
        return new SignedEvents(settings);
    }

    private SimResponse answer(SimRequest request, String correlationId) {
        try {
            return route(request, correlationId);
        } catch (Refused refused) {
            return refusal(refused.problem(), correlationId);
        }
    }

    private SimResponse refusal(Problem problem, String correlationId) {
        if (problem.status() == 404 && !settings.is(Unconfirmed.NOT_FOUND_HAS_BODY)) return SimResponse.empty(404);
        return SimResponse.json(problem.status(), Json.text(problem.envelope(correlationId)));
    }

    private SimResponse route(SimRequest request, String correlationId) {
        if (request.path().length() + request.rawQuery().length() > ADDRESS_MAX)
            throw Problem.of(414, "VALIDATION_ERROR", "URI too long").refused();
        var path = ApiPath.of(request.path());
        for (var route : routes) {
            var params = route.match(request.method(), path.segments());
            if (params.isEmpty() || path.version().isEmpty()) continue;
            var actor = route.isOpen() ? Actor.app(settings.appId()) : Access.actor(settings, request);
            var call = new Call(request, path.version().get(), params.get(), actor);
            if (actor.isPerson() || route.isOpen()) return serve(route, call);
            var exceeded = limits.admit(route, portal.now());
            var reply = exceeded.isPresent()
                    ? exceeded.get().reply(settings, correlationId)
                    : checked(route, call, correlationId);
            return limits.withHeaders(route, reply);
        }
        throw Problem.notFound("No endpoint at " + request.method() + " " + request.path())
                .refused();
    }

    /// Refusals inside still get the rate-limit headers, so they are answered here.
    private SimResponse checked(Route route, Call call, String correlationId) {
        try {
            Scopes.check(settings.scopes(), route, call.params());
            return serve(route, call);
        } catch (Refused refused) {
            return refusal(refused.problem(), correlationId);
        }
    }

    private SimResponse serve(Route route, Call call) {
        try {
            return route.handler().handle(call);
        } finally {
            outbox.flush();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
