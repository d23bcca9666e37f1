package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.StateJson;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sandbox.sim.WebhookForm;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
    private final Gate gate;
    private final long seed;
    private Routes routes;

    public HubSpotSimulator(HubSpotSettings settings, InstantSource clock, long seed, Webhooks webhooks) {
        this.settings = settings;
        this.seed = seed;
        outbox = new Outbox(settings, webhooks);
        portal = new Portal(settings, clock, seed, outbox);
        gate = new Gate(portal);
        routes = Routes.of(portal, gate);
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
        return routes.like(request.method(), path).stream()
                .filter(route -> route.match(path.segments()).isPresent())
                .findFirst()
                .map(route -> route.endpoint(path.segments()))
                .orElseGet(() -> Routes.unknown(request.method(), path));
    }

    @Override
    public String dump() {
        return locked(() -> StateJson.write(current()));
    }

    @Override
    public void load(String json) {
        var dump = StateJson.read(json, Dump.class);
        locked(() -> {
            var before = current();
            try {
                restore(dump);
            } catch (RuntimeException wrong) {
                restore(before);
                throw new IllegalArgumentException("not a state of an account: " + wrong.getMessage(), wrong);
            }
        });
    }

    @Override
    public void reset() {
        locked(() -> {
            portal.reset(seed);
            gate.restore(new Gate(portal).snapshot());
            outbox.countFrom(Outbox.FIRST_EVENT_ID);
            routes = Routes.of(portal, gate);
        });
    }

    /// A person takes a record out of the recycle bin, which keeps it for 90 days (section 3.2). Fails with an
    /// [IllegalArgumentException] if it is not in there, or if a unique value of it has been taken since.
    public void restore(String type, String id) {
        person(people -> people.restore(type, id));
    }

    /// The buyer accepts a published CPQ quote, or signs a legacy one (section 15.3). Fails with an
    /// [IllegalArgumentException] if the quote is not up for that.
    public void acceptQuote(String id) {
        person(people -> people.acceptQuote(id));
    }

    /// How webhooks of an app with these settings are written and signed.
    public static WebhookForm webhookForm(HubSpotSettings settings) {
        return new SignedEvents(settings);
    }

    private void person(Consumer<People> act) {
        locked(() -> {
            try {
                portal.atomically(() -> {
                    act.accept(new People(portal, gate.disruptions()));
                    return portal;
                });
            } catch (Refused refused) {
                throw new IllegalArgumentException(refused.problem().message(), refused);
            } finally {
                outbox.flush();
            }
        });
    }

    /// A person disconnects the OAuth app: its tokens die.
    public void uninstallOAuthApp() {
        locked(() -> gate.grants().uninstall());
    }

    /// Other private apps of the account use up its daily limit (section 14).
    public void otherAppsUse(int calls) {
        locked(() -> gate.limits().otherAppsUse(calls, portal.now()));
    }

    /// Other apps of the account search at this moment (section 4).
    public void otherAppsSearch(int searches) {
        locked(() -> gate.limits().otherAppsSearch(searches, portal.now()));
    }

    /// The account moves to another data centre: apps get 477 with `Retry-After`, at most 24 hours (section 8).
    public void migrateAccount(Duration howLong) {
        checkLength(howLong);
        locked(() -> gate.disruptions().migrate(portal.now().plus(howLong)));
    }

    /// Something else works on the record: writes to it get 423 (section 8), for at most 24 hours.
    public void lockRecord(String type, String id, Duration howLong) {
        checkLength(howLong);
        locked(() -> {
            var locked = portal.named(type).orElseThrow(() -> new IllegalArgumentException("No object type " + type));
            var current = portal.state().find(locked, id).map(CrmRecord::id).orElse(id);
            gate.disruptions().lock(locked, current, portal.now().plus(howLong));
        });
    }

    /// The next calls of apps get one of 502, 503, 504, 521 to 524 (section 8).
    public void failNext(int calls, int status) {
        locked(() -> gate.disruptions().failNext(calls, status));
    }

    /// Whether the person who authorised the OAuth app lacks the permission to edit associations (section 8).
    public void forbidAssociationEdits(boolean forbidden) {
        locked(() -> gate.disruptions().forbidAssociationEdits(forbidden));
    }

    private SimResponse answer(SimRequest request, String correlationId) {
        try {
            return route(request, correlationId);
        } catch (Refused refused) {
            return refusal(refused.problem(), correlationId);
        } catch (RuntimeException unforeseen) {
            return failure(unforeseen, correlationId);
        }
    }

    /// What the simulator did not foresee. Nothing of the call has happened.
    private static SimResponse failure(RuntimeException unforeseen, String correlationId) {
        var body = Json.object().put("status", "error").put("message", "internal error: " + unforeseen);
        return SimResponse.json(500, Json.text(body.put("correlationId", correlationId)));
    }

    private SimResponse refusal(Problem problem, String correlationId) {
        if (problem.isOfMissingRecord() && !settings.is(Unconfirmed.NOT_FOUND_HAS_BODY)) return SimResponse.empty(404);
        return SimResponse.json(problem.status(), Json.text(portal.thinned(problem.envelope(correlationId))));
    }

    private SimResponse route(SimRequest request, String correlationId) {
        if (request.path().length() + request.rawQuery().length() > ADDRESS_MAX)
            throw Problem.of(414, "VALIDATION_ERROR", "URI too long").refused();
        if (!request.decodes())
            throw Problem.invalid("Malformed query: " + request.rawQuery()).refused();
        var path = ApiPath.of(request.path());
        for (var route : routes.like(request.method(), path)) {
            var params = route.match(path.segments());
            if (params.isEmpty() || !route.isServedOn(path.version())) continue;
            var actor = route.isOpen() ? Actor.person() : gate.actor(request);
            var version = path.version().orElse(Version.V2026_09);
            var call = new Call(request, version, params.get(), actor, portal);
            return actor.isPerson() ? serve(route, call) : admitted(route, call, correlationId);
        }
        throw Problem.notFound("No endpoint at " + request.method() + " " + request.path())
                .refused();
    }

    private SimResponse admitted(Route route, Call call, String correlationId) {
        var now = portal.now();
        var disruption = gate.disruptions().answer(portal, correlationId);
        if (disruption.isPresent()) return disruption.get();
        var exceeded = gate.limits().admit(call.actor(), route, now);
        var reply = exceeded.isPresent()
                ? exceeded.get().reply(portal, correlationId)
                : checked(route, call, correlationId);
        return gate.limits().withHeaders(call.actor(), route, reply, now);
    }

    /// Refusals inside still get the rate-limit headers, so they are answered here.
    private SimResponse checked(Route route, Call call, String correlationId) {
        try {
            Scopes.check(route, call);
            gate.disruptions().checkAssociationEdit(settings, route, call);
            return serve(route, call);
        } catch (Refused refused) {
            return refusal(refused.problem(), correlationId);
        }
    }

    private SimResponse serve(Route route, Call call) {
        try {
            return portal.atomically(() -> route.handler().handle(call));
        } finally {
            outbox.flush();
        }
    }

    private Dump current() {
        return new Dump(portal.snapshot(), gate.snapshot(), outbox.nextEventId());
    }

    private void restore(Dump dump) {
        portal.restore(dump.account());
        gate.restore(dump.gate());
        outbox.countFrom(dump.nextEventId());
        routes = Routes.of(portal, gate);
    }

    private static void checkLength(Duration howLong) {
        if (howLong.isNegative() || howLong.compareTo(Disruptions.LENGTH_MAX) > 0)
            throw new IllegalArgumentException("It takes between none and 24 hours, not " + howLong);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
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
