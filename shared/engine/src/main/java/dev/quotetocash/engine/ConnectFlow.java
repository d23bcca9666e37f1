package dev.quotetocash.engine;

import dev.quotetocash.engine.ConnectAnswer.Connected;
import dev.quotetocash.engine.ConnectAnswer.Elsewhere;
import dev.quotetocash.engine.ConnectAnswer.Entered;
import dev.quotetocash.engine.ConnectAnswer.Invited;
import dev.quotetocash.engine.ConnectAnswer.Overview;
import dev.quotetocash.engine.ConnectAnswer.Refused;
import dev.quotetocash.engine.ConnectAnswer.SentTo;
import dev.quotetocash.engine.ConnectAnswer.State;
import dev.quotetocash.engine.ConnectAnswer.Why;
import dev.quotetocash.engine.Tickets.Purpose;
import dev.quotetocash.engine.VendorConnection.ByConsent;
import dev.quotetocash.engine.VendorConnection.ByHand;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The way of a person from the operator's link over the vendors' consent pages to connections that are stored.
///
/// The link opens in whatever fetches it first, which may be a chat's preview: so opening it uses nothing up,
/// and only the button on its page does. From there on the browser is known by a session, and each way to a
/// vendor has a state of its own, bound to that session. A connection is stored only once it is known to reach
/// the account that the stack is for: an invoice in somebody else's books could not be taken back.
public final class ConnectFlow {

    static final Duration SESSION_LIFE = Duration.ofMinutes(30);
    static final Duration STATE_LIFE = Duration.ofMinutes(10);

    /// Two calls to the vendor, both stores, and clocks that are a minute apart.
    private static final Duration LEASE = Http.TIMEOUT_MAX.multipliedBy(2).plusSeconds(80);

    private final List<VendorConnection> connections;
    private final Tickets tickets;
    private final Locks locks;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final Supplier<String> newSecret;

    /// A person's request: the session that the browser shows, and the public address at which it came in.
    public record Visit(Optional<String> session, URI api) {
        @Override
        public String toString() {
            return "Visit[" + api + "]";
        }
    }

    /// What a vendor's page sent the browser back with; what is missing is empty. Never printed.
    public record Returned(String code, String state, String error) {
        @Override
        public String toString() {
            return "Returned[hidden]";
        }
    }

    /// One connection of each vendor, in the order in which they are shown. `newSecret` gives a fresh random
    /// text of at least 256 bits.
    public ConnectFlow(
            List<VendorConnection> connections,
            Tickets tickets,
            Locks locks,
            Telemetry telemetry,
            InstantSource clock,
            Supplier<String> newSecret) {
        this.connections = List.copyOf(connections);
        this.tickets = tickets;
        this.locks = locks;
        this.telemetry = telemetry;
        this.clock = clock;
        this.newSecret = newSecret;
    }

    /// With a code, the page behind the link; without one, how the connections stand.
    public ConnectAnswer open(Optional<String> code, Visit visit) {
        if (code.isPresent()) {
            return tickets.find(Purpose.LINK, TicketHash.of(code.get()), clock.instant())
                    .<ConnectAnswer>map(_ -> new Invited(code.get()))
                    .orElseGet(() -> refused(Why.LINK_OVER));
        }
        if (session(visit).isEmpty()) return refused(Why.SESSION_OVER);
        return new Overview(connections.stream().map(ConnectFlow::state).toList());
    }

    /// Uses the link up.
    public ConnectAnswer enter(String code) {
        var now = clock.instant();
        if (tickets.redeem(Purpose.LINK, TicketHash.of(code), now).isEmpty()) return refused(Why.LINK_OVER);
        var session = newSecret.get();
        tickets.issue(Purpose.SESSION, TicketHash.of(session), "", now.plus(SESSION_LIFE));
        return new Entered(session);
    }

    /// Begins the way to a vendor's consent page.
    public ConnectAnswer begin(Vendor vendor, Visit visit) {
        var session = session(visit);
        if (session.isEmpty()) return refused(Why.SESSION_OVER);
        if (!(connection(vendor) instanceof ByConsent one)) return refused(Why.BY_HAND, vendor);
        var state = newSecret.get();
        var address = one.consent().address(redirect(vendor, visit), state);
        if (address.isEmpty()) return refused(Why.NO_APP, vendor);
        tickets.issue(
                Purpose.STATE,
                TicketHash.of(state),
                binding(vendor, session.get()),
                clock.instant().plus(STATE_LIFE));
        return new SentTo(address.get());
    }

    /// The browser is back from the vendor's page.
    public ConnectAnswer back(Vendor vendor, Returned returned, Visit visit) {
        var session = session(visit);
        if (session.isEmpty()) return refused(Why.SESSION_OVER);
        var begun = tickets.redeem(Purpose.STATE, TicketHash.of(returned.state()), clock.instant());
        if (begun.filter(binding -> same(binding, binding(vendor, session.get())))
                .isEmpty()) {
            return refused(Why.NOT_BEGUN_HERE, vendor);
        }
        if (!(connection(vendor) instanceof ByConsent one)) return refused(Why.BY_HAND, vendor);
        if (returned.error().equals("access_denied")) return refused(Why.DECLINED, vendor);
        if (!returned.error().isEmpty() || returned.code().isEmpty()) return refused(Why.VENDOR_OBJECTS, vendor);
        return locked(one, returned.code(), redirect(vendor, visit));
    }

    /// A function that renews the old token at the same time would put it in the place of the new one.
    private ConnectAnswer locked(ByConsent one, String code, URI redirect) {
        var now = clock.instant();
        var holder = TicketHash.of(code);
        if (!locks.acquire(one.lock(), holder, now, now.plus(LEASE))) return refused(Why.BUSY, one.vendor());
        var answer = connect(one, code, redirect);
        locks.release(one.lock(), holder);
        return answer;
    }

    private ConnectAnswer connect(ByConsent one, String code, URI redirect) {
        return switch (one.grant().exchange(code, redirect)) {
            case Reply.Ok<TokenGrant.Granted>(var granted, var _) -> checked(one, granted);
            case Reply.Failed<TokenGrant.Granted>(var failure) -> refused(why(failure), one.vendor());
        };
    }

    private ConnectAnswer checked(ByConsent one, TokenGrant.Granted granted) {
        return switch (one.consent().accounts(granted.accessToken())) {
            case Reply.Ok<List<Consent.Account>>(var reached, var _) -> {
                if (reached.stream().noneMatch(account -> account.id().equalsIgnoreCase(one.account()))) {
                    yield new Elsewhere(one.vendor(), one.account(), reached);
                }
                one.connections().write(Connection.of(granted, clock.instant()));
                telemetry.note(one.lock(), "connected by consent");
                yield new Connected(one.vendor());
            }
            case Reply.Failed<List<Consent.Account>>(var failure) -> refused(why(failure), one.vendor());
        };
    }

    private static Why why(RemoteFailure failure) {
        return switch (failure) {
            case RemoteFailure.Unauthorized _, RemoteFailure.Rejected _ -> Why.NOT_ACCEPTED;
            case RemoteFailure.RateLimited _, RemoteFailure.NotFound _, RemoteFailure.Unavailable _ -> Why.UNAVAILABLE;
        };
    }

    private static State state(VendorConnection connection) {
        return switch (connection) {
            case ByHand(var vendor, var _, var secret) -> new State.ByHand(vendor, secret);
            case ByConsent one ->
                one.connections()
                        .read()
                        .map(stored -> stored.refusedSince()
                                .<State>map(since -> new State.Refusing(one.vendor(), since))
                                .orElseGet(() -> new State.Connected(one.vendor(), stored.refreshedAt())))
                        .orElseGet(() -> new State.NotConnected(one.vendor()));
        };
    }

    /// The hash of a session that is still good.
    private Optional<String> session(Visit visit) {
        return visit.session()
                .map(TicketHash::of)
                .filter(hash ->
                        tickets.find(Purpose.SESSION, hash, clock.instant()).isPresent());
    }

    private VendorConnection connection(Vendor vendor) {
        return connections.stream()
                .filter(one -> one.vendor() == vendor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connection to " + vendor.label()));
    }

    private static URI redirect(Vendor vendor, Visit visit) {
        return URI.create(visit.api() + "/connect/" + vendor.slug() + "/callback");
    }

    private static String binding(Vendor vendor, String session) {
        return vendor.slug() + "#" + session;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Refused refused(Why why) {
        return new Refused(why, Optional.empty());
    }

    private static Refused refused(Why why, Vendor vendor) {
        return new Refused(why, Optional.of(vendor));
    }
}
