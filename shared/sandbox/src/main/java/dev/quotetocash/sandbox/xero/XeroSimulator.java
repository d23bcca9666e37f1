package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sandbox.sim.WebhookForm;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One Xero organisation behind its Accounting API, its identity server and `/connections`, all on one
/// address; the accounting base is `/api.xro/2.0`. It follows reference/xero-api.md.
public final class XeroSimulator implements VendorSimulator {

    private static final String BASE = "/api.xro/2.0/";
    private static final String CONNECTIONS = "/connections";
    private static final Set<String> FIXED = Set.of("Actions", "Settings");
    private static final int QUERY_MAX = 2048;
    private static final int BODY_MAX = 3_500_000;
    private static final int BODY_MAX_LARGE = 10_000_000;

    private final XeroSettings settings;
    private final InstantSource clock;
    private final Draws draws;
    private final Call.Ledger ledger;
    private final Grants grants = Grants.empty();
    private final Tokens tokens;
    private final Identity identity;
    private final Connections connections;
    private final RateLimits limits;
    private final IdempotencyKeys keys;
    private final XeroWebhooks webhooks;
    private Routes routes;
    private Instant openedAt;
    private final XeroState firstDay;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger underWay = new AtomicInteger();
    private Condition condition = Condition.well();

    public XeroSimulator(XeroSettings settings, InstantSource clock, long seed, Webhooks webhooks) {
        this.settings = settings;
        this.clock = clock;
        this.draws = new Draws(seed);
        this.openedAt = now();
        this.ledger =
                new Call.Ledger(StartData.books(draws, settings.organisation().region(), openedAt));
        this.tokens = new Tokens(settings, draws, grants);
        this.identity = new Identity(settings, draws, grants, tokens);
        this.connections = new Connections(settings, grants);
        connections.connectCustom(openedAt);
        this.limits = new RateLimits(settings.limits(), settings.customLimits(), draws);
        this.keys = new IdempotencyKeys(settings.switches().keyInFlight());
        this.webhooks = new XeroWebhooks(settings, webhooks);
        this.routes = new Routes(openedAt);
        this.firstDay = state();
    }

    /// Calls are applied one at a time; those of the app that have arrived and wait for their turn are under
    /// way.
    @Override
    public SimResponse handle(SimRequest request) {
        var limited = locked(() -> tokens.check(request, now()) instanceof Tokens.Check.Valid(var token)
                && token.clientId().equals(settings.clientId()));
        if (!limited) return locked(() -> answer(request, now(), 0));
        var ahead = underWay.getAndIncrement();
        try {
            return locked(() -> answer(request, now(), ahead));
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// The name of an endpoint for counters and faults, with ids replaced: `PUT /Invoices`, `POST
    /// /Payments/{id}`, `POST /connect/token`.
    @Override
    public String endpoint(SimRequest request) {
        var path = request.path();
        if (isConnections(path)) {
            return request.method() + (path.length() > CONNECTIONS.length() ? " /connections/{id}" : " /connections");
        }
        if (!path.startsWith(BASE)) return request.method() + " " + path;
        var parts = new ArrayList<>(parts(path));
        if (parts.size() > 1 && !FIXED.contains(parts.get(1))) parts.set(1, "{id}");
        if (parts.size() > 3) parts.set(3, "{id}");
        return request.method() + " /" + String.join("/", parts);
    }

    @Override
    public String dump() {
        return locked(() -> state().json());
    }

    @Override
    public void load(String json) {
        var state = XeroState.read(json);
        locked(() -> restore(state));
    }

    @Override
    public void reset() {
        locked(() -> restore(firstDay));
    }

    private XeroState state() {
        return new XeroState(
                ledger.books().state(),
                openedAt,
                grants.copy(),
                condition,
                limits.snapshot(),
                draws.state(),
                webhooks.sequence(),
                keys.state());
    }

    private boolean restore(XeroState state) {
        ledger.restore(new Books(state.books()));
        openedAt = state.openedAt();
        routes = new Routes(openedAt);
        grants.become(state.grants());
        condition = state.condition();
        limits.restore(state.limits());
        draws.restore(state.draws());
        webhooks.restore(state.webhookSequence());
        keys.restore(state.idempotencyKeys());
        return true;
    }

    /// How webhooks of an app with these settings are written and signed.
    public static WebhookForm webhookForm(XeroSettings settings) {
        return new SignedPayload(settings);
    }

    /// How webhooks of an app with these settings are delivered.
    public static WebhookPolicy webhookPolicy(XeroSettings settings) {
        return WebhookPolicy.xero(settings.is(Unconfirmed.FAILURE_STALLS_STREAM));
    }

    /// Tells an event of any category, known or not: Xero adds new ones (section 10.2).
    public void tell(String category, String eventType, UUID resourceId) {
        locked(() -> {
            webhooks.tell(category, eventType, resourceId, now());
            return true;
        });
    }

    /// What a person does in the settings: documents dated on or before `until` are refused from now on.
    public void lockPeriod(LocalDate until) {
        locked(() -> {
            ledger.books().periodLock = Optional.of(until);
            return true;
        });
    }

    /// The same, as an adviser closes a financial year.
    public void lockYear(LocalDate until) {
        locked(() -> {
            ledger.books().yearLock = Optional.of(until);
            return true;
        });
    }

    /// What a person does in the settings: the app reaches the organisation no more.
    public void disconnect() {
        locked(() -> {
            connections.disconnect();
            return true;
        });
    }

    /// What a person does after that: the app's custom connection is there again.
    public void connect() {
        locked(() -> {
            connections.connectCustom(now());
            return true;
        });
    }

    /// The organisation answers 503 as long as it is offline.
    public void setOffline(boolean offline) {
        changed(now -> now.offline(offline));
    }

    /// A call with an idempotency key answers 500 as long as the key service is down.
    public void setKeysDown(boolean down) {
        changed(now -> now.keysDown(down));
    }

    /// Writes with an idempotency key are under way for so long from now on. What they do is done at once, but
    /// until then a second call with the key meets the first one in flight.
    public void slowKeys(Duration writesTake) {
        if (writesTake.isNegative() || writesTake.compareTo(IdempotencyKeys.LIFETIME) > 0) {
            throw new IllegalArgumentException("a key lives for " + IdempotencyKeys.LIFETIME + ", not " + writesTake);
        }
        changed(now -> now.writing(writesTake));
    }

    /// So many calls of the app are under way from now on, beside those that really are; 0 ends them.
    public void holdCalls(int calls) {
        changed(now -> now.holding(calls));
    }

    private void changed(UnaryOperator<Condition> change) {
        locked(() -> {
            condition = change.apply(condition);
            return true;
        });
    }

    private SimResponse answer(SimRequest request, Instant now, int ahead) {
        return identity.answer(request, now).orElseGet(() -> {
            if (isConnections(request.path())) return authorised(request, 0, now);
            if (!request.path().startsWith(BASE)) return Replies.notFound();
            return limits.count(authorised(request, ahead, now), now, connections.isCustom());
        });
    }

    private static boolean isConnections(String path) {
        return path.equalsIgnoreCase(CONNECTIONS) || path.regionMatches(true, 0, CONNECTIONS + "/", 0, 13);
    }

    private SimResponse authorised(SimRequest request, int ahead, Instant now) {
        return switch (tokens.check(request, now)) {
            case Tokens.Check.Unknown _ -> Replies.unauthorized("AuthenticationUnsuccessful", draws.guid());
            case Tokens.Check.Expired(var at) -> Replies.tokenExpired(at, draws.guid());
            case Tokens.Check.Valid(var token) ->
                isConnections(request.path()) ? connected(request, token) : admit(request, token, ahead, now);
        };
    }

    private SimResponse connected(SimRequest request, Tokens.Token token) {
        return request.decodes() ? connections.answer(request, token) : Replies.malformedQuery(request);
    }

    /// Tenant and scope first, then the rate limits, then the idempotency key. People are not limited.
    private SimResponse admit(SimRequest request, Tokens.Token token, int ahead, Instant now) {
        var parts = parts(request.path());
        if (parts.isEmpty()) return Replies.notFound();
        if (wrongTenant(request, token)) return Replies.forbidden("AuthenticationUnsuccessful", draws.guid());
        if (!Scopes.allow(token.scopes(), parts, !request.method().equals("GET"))) return scopeMissing();
        if (token.clientId().equals(settings.financeClientId())) return process(request, token, parts, now);
        var connection = connections.behind(token);
        if (connection.isEmpty()) return disconnected();
        return limits.admit(now, ahead + condition.heldCalls(), connection.get())
                .orElseGet(() -> process(request, token, parts, now));
    }

    /// A custom connection has one tenant only, which it need not name.
    private boolean wrongTenant(SimRequest request, Tokens.Token token) {
        var tenant = request.header("xero-tenant-id");
        var custom = token.userId().isEmpty();
        var app = token.clientId().equals(settings.clientId());
        if (tenant.isPresent() && custom && app && settings.is(Unconfirmed.TENANT_HEADER_HARMS)) return true;
        return tenant.map(id -> !id.equalsIgnoreCase(settings.tenantId()))
                .orElse(!custom || settings.is(Unconfirmed.TENANT_HEADER_REQUIRED));
    }

    private SimResponse disconnected() {
        return settings.is(Unconfirmed.DISCONNECTED_IS_403)
                ? Replies.forbidden("AuthenticationUnsuccessful", draws.guid())
                : Replies.unauthorized("AuthenticationUnsuccessful", draws.guid());
    }

    private SimResponse scopeMissing() {
        return settings.is(Unconfirmed.MISSING_SCOPE_IS_401)
                ? Replies.unauthorized("AuthorizationUnsuccessful", draws.guid())
                        .with("WWW-Authenticate", "insufficent_scope")
                : Replies.forbidden("AuthorizationUnsuccessful", draws.guid());
    }

    private SimResponse process(SimRequest request, Tokens.Token token, List<String> parts, Instant now) {
        if (condition.offline()) return Replies.offline();
        if (condition.keysDown() && keys.concerns(request)) return Replies.keysDown(draws.guid());
        var scope = settings.is(Unconfirmed.KEYS_PER_TOKEN) ? token.text() : token.clientId();
        var answeredAt = now.plus(condition.writesTake());
        return keys.once(request, scope, now, answeredAt, () -> perform(request, token, parts, now));
    }

    private SimResponse perform(SimRequest request, Tokens.Token token, List<String> parts, Instant now) {
        if (request.rawQuery().length() > QUERY_MAX) return SimResponse.empty(414);
        if (tooLarge(request, parts)) return SimResponse.empty(413);
        if (!request.decodes()) return Replies.malformedQuery(request);
        ledger.books().keep();
        var call = new Call(request, token.clientId(), settings, ledger, draws, now, new ArrayList<>());
        var mark = ledger.books().mark();
        try {
            var reply = Replies.write(routes.answer(call, parts), request, draws.guid(), now);
            call.events().forEach(event -> webhooks.send(event, now));
            return reply;
        } catch (RuntimeException broken) {
            ledger.books().takeBackTo(mark);
            return Replies.broken(broken, draws.guid());
        }
    }

    /// Attachments have a limit of their own.
    private boolean tooLarge(SimRequest request, List<String> parts) {
        var most = settings.is(Unconfirmed.REQUESTS_UP_TO_10_MEGABYTES) ? BODY_MAX_LARGE : BODY_MAX;
        return request.body().length > most && !parts.contains("Attachments");
    }

    /// Xero keeps milliseconds.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.substring(BASE.length()).split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
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
