package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.VendorSimulator;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One Xero organisation behind its Accounting API, its identity server (`/connect/token`) and `/connections`,
/// all on one address; the accounting base is `/api.xro/2.0`. It follows reference/xero-api.md.
public final class XeroSimulator implements VendorSimulator {

    private static final String BASE = "/api.xro/2.0/";
    private static final int QUERY_MAX = 2048;

    private final XeroSettings settings;
    private final InstantSource clock;
    private final Draws draws;
    private final Call.Ledger ledger;
    private final Tokens tokens;
    private final RateLimits limits;
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final XeroWebhooks webhooks;
    private final Routes routes;
    private final Instant openedAt;
    private final ReentrantLock lock = new ReentrantLock();

    public XeroSimulator(XeroSettings settings, InstantSource clock, long seed, Webhooks webhooks) {
        this.settings = settings;
        this.clock = clock;
        this.draws = new Draws(seed);
        this.openedAt = now();
        this.ledger =
                new Call.Ledger(StartData.books(draws, settings.organisation().region(), openedAt));
        this.tokens = new Tokens(settings, draws);
        this.limits = new RateLimits(settings.limits(), draws);
        this.webhooks = new XeroWebhooks(settings, webhooks, draws);
        this.routes = new Routes(openedAt);
    }

    @Override
    public SimResponse handle(SimRequest request) {
        return locked(() -> answer(request, now()));
    }

    /// The name of an endpoint for counters and faults, with ids replaced: `PUT /Invoices`, `POST
    /// /Payments/{id}`, `POST /connect/token`.
    @Override
    public String endpoint(SimRequest request) {
        var path = request.path();
        if (path.equalsIgnoreCase("/connections")) return request.method() + " /connections";
        if (!path.startsWith(BASE)) return request.method() + " " + path;
        var parts = new ArrayList<>(parts(path));
        if (parts.size() > 1 && !parts.get(1).equals("Actions")) parts.set(1, "{id}");
        if (parts.size() > 3) parts.set(3, "{id}");
        return request.method() + " /" + String.join("/", parts);
    }

    /// The whole state as JSON, for people.
    @Override
    public String dump() {
        return locked(() -> Json.pretty(Dump.of(ledger.books(), webhooks.sequence(), limits.usedToday(), keys.size())));
    }

    @Override
    public void load(String json) {
        throw new UnsupportedOperationException("loading a state is not there yet");
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("resetting is not there yet");
    }

    /// Sends the probes by which Xero finds out whether the endpoint verifies signatures.
    public void sendIntentToReceive() {
        locked(() -> {
            webhooks.sendIntentToReceive();
            return true;
        });
    }

    /// What a person does in the settings: documents dated on or before `until` are refused from now on.
    public void lockPeriod(LocalDate until) {
        lock(Desk.Lock.PERIOD, until);
    }

    /// The same at the end of a financial year.
    public void lockYear(LocalDate until) {
        lock(Desk.Lock.YEAR, until);
    }

    private void lock(Desk.Lock kind, LocalDate until) {
        locked(() -> {
            var desk = ledger.books().desk;
            desk.locks().put(kind, until);
            ledger.books().lockedUntil = desk.lockedUntil();
            return true;
        });
    }

    /// What a person does in the settings: the app's present tokens answer 401 from now on.
    public void disconnect() {
        locked(() -> {
            tokens.revoke(settings.clientId());
            return true;
        });
    }

    private SimResponse answer(SimRequest request, Instant now) {
        if (request.path().equals("/connect/token") && request.method().equals("POST")) {
            return tokens.issue(request, now);
        }
        var connections = request.path().equalsIgnoreCase("/connections");
        if (!connections && !request.path().startsWith(BASE)) return Replies.notFound();
        var reply = authorised(request, connections, now);
        return connections ? reply : limits.count(reply, now);
    }

    private SimResponse authorised(SimRequest request, boolean connections, Instant now) {
        return switch (tokens.check(request, now)) {
            case Tokens.Check.Unknown _ -> Replies.unauthorized("AuthenticationUnsuccessful", draws.guid());
            case Tokens.Check.Expired(var at) -> Replies.tokenExpired(at, draws.guid());
            case Tokens.Check.Valid(var token) -> connections ? connections(request) : admit(request, token, now);
        };
    }

    private SimResponse connections(SimRequest request) {
        if (!request.method().equals("GET")) return Replies.notFound();
        var connection = Json.object()
                .put("id", settings.tenantId())
                .put("authEventId", settings.tenantId())
                .put("tenantId", settings.tenantId())
                .put("tenantType", "ORGANISATION")
                .put("tenantName", SettingsView.ORGANISATION_NAME)
                .put("createdDateUtc", Dates.ticks(openedAt))
                .put("updatedDateUtc", Dates.ticks(openedAt));
        return SimResponse.json(200, Json.write(Json.array(List.of(connection))));
    }

    /// Tenant and scope first, then the rate limits, then the idempotency key. People are not limited.
    private SimResponse admit(SimRequest request, Tokens.Token token, Instant now) {
        var parts = parts(request.path());
        if (parts.isEmpty()) return Replies.notFound();
        var tenant = request.header("xero-tenant-id");
        var wrongTenant = tenant.map(id -> !id.equalsIgnoreCase(settings.tenantId()))
                .orElse(settings.switches().tenantHeaderRequired());
        if (wrongTenant) return Replies.forbidden("AuthenticationUnsuccessful", draws.guid());
        if (!Scopes.allow(token.scopes(), parts.getFirst(), !request.method().equals("GET"))) return scopeMissing();
        if (token.clientId().equals(settings.financeClientId())) return process(request, token, parts, now);
        var refusal = limits.admit(now);
        return refusal.orElseGet(() -> process(request, token, parts, now));
    }

    private SimResponse scopeMissing() {
        return settings.switches().missingScopeIs401()
                ? Replies.unauthorized("AuthorizationUnsuccessful", draws.guid())
                        .with("WWW-Authenticate", "insufficent_scope")
                : Replies.forbidden("AuthorizationUnsuccessful", draws.guid());
    }

    private SimResponse process(SimRequest request, Tokens.Token token, List<String> parts, Instant now) {
        var scope = settings.switches().keysPerToken() ? token.text() : token.clientId();
        return keys.once(request, scope, now, () -> perform(request, token, parts, now));
    }

    private SimResponse perform(SimRequest request, Tokens.Token token, List<String> parts, Instant now) {
        if (request.rawQuery().length() > QUERY_MAX) return SimResponse.empty(414);
        var call = new Call(request, token.clientId(), settings, ledger, draws, now, new ArrayList<>());
        var reply = Replies.write(routes.answer(call, parts), request, draws.guid(), now);
        call.events().forEach(event -> webhooks.send(event, now));
        return reply;
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
