package dev.quotetocash.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tokens of a connection that a person has consented to, shared by all functions. One of them at a time
/// refreshes; the others go on with the old access token as long as it lives. A new refresh token is stored before
/// it is used.
///
/// An answer that is lost on its way, and a function that dies before it has stored one, cost nothing if another
/// function asks soon: the vendor takes the old refresh token for a while (Xero for 30 minutes), and sweeps ask
/// every ten. After that a person has to consent again. For one invocation at a time.
public final class OAuthTokens implements Tokens {

    /// From then on, before its end, an access token is to be replaced.
    private static final Duration EARLY = Duration.ofMinutes(10);

    /// A token this close to its end might expire on its way.
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /// One token request, both stores, and clocks that are a minute apart. Meanwhile the old token lives.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration SOMEBODY_REFRESHES = Duration.ofSeconds(2);

    /// What is refused is tried again so rarely that it does no harm, and so often that a person need not tell us.
    private static final Duration PROBE = Duration.ofMinutes(5);

    private final String name;
    private final Connections connections;
    private final TokenGrant grant;
    private final Locks locks;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final Supplier<String> newId;
    private Optional<Connection> known = Optional.empty();
    private Instant probedAt = Instant.MIN;

    /// `name` is the lock's: `xero#<tenant>#refresh`.
    public OAuthTokens(
            String name,
            Connections connections,
            TokenGrant grant,
            Locks locks,
            Telemetry telemetry,
            InstantSource clock,
            Supplier<String> newId) {
        this.name = name;
        this.connections = connections;
        this.grant = grant;
        this.locks = locks;
        this.telemetry = telemetry;
        this.clock = clock;
        this.newId = newId;
    }

    @Override
    public Reply<String> current() {
        var now = clock.instant();
        if (known.filter(one -> isGood(one, now)).isPresent()) return ok(known.get());
        known = connections.read();
        if (known.isEmpty()) return unauthorized();
        if (known.get().refusedSince().isPresent()) return probe(known.get(), now);
        return isGood(known.get(), now) ? ok(known.get()) : refreshed(known.get(), now);
    }

    /// A token that was refused before its end means that consent was withdrawn, or that somebody has just
    /// refreshed: the store tells.
    @Override
    public void refused() {
        var sent = known;
        known = Optional.empty();
        underLock(stored -> {
            var same = sent.filter(one -> one.accessToken().equals(stored.accessToken()));
            if (same.isPresent()) writeRefused(stored);
        });
    }

    @Override
    public void accepted() {
        var sent = known.filter(one -> one.refusedSince().isPresent());
        if (sent.isEmpty()) return;
        underLock(stored -> {
            if (stored.accessToken().equals(sent.get().accessToken())) connections.write(stored.accepted());
            known = Optional.empty();
        });
    }

    /// Whoever writes holds the lock, or would put what is old in the place of what somebody has just stored.
    /// Without it nothing is written: whoever has it knows more than we do.
    private void underLock(Consumer<Connection> work) {
        var now = clock.instant();
        var holder = newId.get();
        if (!locks.acquire(name, holder, now, now.plus(LEASE))) return;
        connections.read().ifPresent(work);
        locks.release(name, holder);
    }

    /// A snapshot was restored: nothing secret of before is used.
    public void forget() {
        known = Optional.empty();
    }

    /// Mostly answered without a call, so that a dead connection costs nothing.
    private Reply<String> probe(Connection dead, Instant now) {
        if (now.isBefore(probedAt.plus(PROBE))) {
            known = Optional.empty();
            return unauthorized();
        }
        probedAt = now;
        return isUsable(dead, now) ? ok(dead) : refreshed(dead, now);
    }

    private Reply<String> refreshed(Connection old, Instant now) {
        var holder = newId.get();
        if (!locks.acquire(name, holder, now, now.plus(LEASE))) {
            return isUsable(old, now) ? ok(old) : somebodyRefreshes();
        }
        // Whoever held the lock until now may have refreshed.
        var stored = connections.read().orElse(old);
        known = Optional.of(stored);
        var reply = isGood(stored, now) ? ok(stored) : refresh(stored, now);
        locks.release(name, holder);
        return reply;
    }

    private Reply<String> refresh(Connection stored, Instant now) {
        return switch (grant.refresh(stored.refreshToken())) {
            case Reply.Ok<TokenGrant.Granted>(var granted, var _) -> {
                var next = stored.renewed(granted, now);
                connections.write(next);
                known = Optional.of(next);
                yield ok(next);
            }
            case Reply.Failed<TokenGrant.Granted>(RemoteFailure.Unauthorized _) -> {
                writeRefused(stored);
                yield unauthorized();
            }
            case Reply.Failed<TokenGrant.Granted>(var failure) ->
                isUsable(stored, now) ? ok(stored) : new Reply.Failed<>(failure);
        };
    }

    private void writeRefused(Connection refused) {
        known = Optional.empty();
        if (refused.refusedSince().isPresent()) return;
        // Told before it is stored: what is stored is not told again, and whoever stores it may die of that.
        telemetry.count(Telemetry.Metric.CONNECTION_REFUSED, 1);
        telemetry.note(name, "the vendor refuses the connection; connect again");
        connections.write(refused.refusedSince(clock.instant()));
    }

    private static boolean isGood(Connection connection, Instant now) {
        return connection.refusedSince().isEmpty()
                && now.isBefore(connection.accessUntil().minus(EARLY));
    }

    private static boolean isUsable(Connection connection, Instant now) {
        return now.isBefore(connection.accessUntil().minus(ON_ITS_WAY));
    }

    private static Reply<String> ok(Connection connection) {
        return new Reply.Ok<>(connection.accessToken(), connection.refreshedAt());
    }

    private static Reply<String> unauthorized() {
        return new Reply.Failed<>(new RemoteFailure.Unauthorized());
    }

    private static Reply<String> somebodyRefreshes() {
        return new Reply.Failed<>(new RemoteFailure.RateLimited(SOMEBODY_REFRESHES));
    }
}
