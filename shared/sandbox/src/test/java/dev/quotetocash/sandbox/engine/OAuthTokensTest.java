package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.OAuthTokens;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.sandbox.memory.MemoryConnections;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Against a vendor that gives another refresh token each time and takes the one before for 30 more minutes, as
/// Xero does (docs/reference/xero-api.md, 11.2).
class OAuthTokensTest {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MemoryConnections stored = new MemoryConnections();
    private final MemoryLocks locks = new MemoryLocks();
    private final Vendor vendor = new Vendor();
    private final List<Telemetry.Metric> counted = new ArrayList<>();
    private Instant now = NOON;
    private int ids;

    @Test
    void refusesWithoutACallWhereNobodyHasConnected() {
        assertThat(failure(tokens().current())).isInstanceOf(RemoteFailure.Unauthorized.class);
        assertThat(vendor.refreshes).isZero();
    }

    @Test
    void refreshesOnceForAllFunctions() {
        connect();
        var one = tokens();
        var other = tokens();
        now = now.plus(Duration.ofMinutes(21));

        assertThat(token(one.current())).isEqualTo("access 2");
        assertThat(token(other.current())).isEqualTo("access 2");
        assertThat(vendor.refreshes).isEqualTo(1);
    }

    @Test
    void goesOnWithTheOldTokenWhileAnotherFunctionRefreshes() {
        connect();
        now = now.plus(Duration.ofMinutes(21));
        locks.acquire("vendor#refresh", "another function", now, now.plusSeconds(45));

        assertThat(token(tokens().current())).isEqualTo("access 1");
        now = now.plusSeconds(8 * 60);
        locks.acquire("vendor#refresh", "another function", now, now.plusSeconds(45));
        assertThat(failure(tokens().current())).isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(2)));
    }

    @Test
    void storesTheNewRefreshTokenBeforeItIsUsed() {
        connect();
        now = now.plus(Duration.ofMinutes(21));
        var failing = new Connections() {
            @Override
            public Optional<Connection> read() {
                return stored.read();
            }

            @Override
            public void write(Connection next) {
                throw new IllegalStateException("throttled");
            }
        };
        assertThatThrownBy(() -> tokens(failing).current()).hasMessage("throttled");

        // The lease of the dead one is over; the old refresh token is taken for half an hour.
        now = now.plus(Duration.ofMinutes(2));
        assertThat(token(tokens().current())).isEqualTo("access 3");
        assertThat(stored.read().orElseThrow().refreshToken()).isEqualTo("refresh 3");
    }

    @Test
    void survivesALostAnswer() {
        connect();
        now = now.plus(Duration.ofMinutes(21));
        vendor.loseNext = true;
        assertThat(token(tokens().current())).isEqualTo("access 1");

        now = now.plus(Duration.ofMinutes(9));
        assertThat(token(tokens().current())).isEqualTo("access 3");
    }

    @Test
    void saysThatTheConnectionIsDeadOnceAndProbesRarely() {
        connect();
        var one = tokens();
        vendor.revoked = true;
        now = now.plus(LIFE);

        for (var call = 0; call < 20; call++) {
            assertThat(failure(one.current())).isInstanceOf(RemoteFailure.Unauthorized.class);
            now = now.plusSeconds(30);
        }

        assertThat(counted).containsExactly(Telemetry.Metric.CONNECTION_REFUSED);
        assertThat(vendor.refreshes).isEqualTo(3);
    }

    @Test
    void goesOnWithTheNewConnectionOfAPerson() {
        connect();
        var one = tokens();
        vendor.revoked = true;
        now = now.plus(LIFE);
        one.current();

        vendor.revoked = false;
        connect();
        assertThat(token(one.current())).isEqualTo("access 2");
    }

    /// Xero takes a token of a connection that a person has ended, and says no to each call.
    @Test
    void seesThatAPersonHasDisconnectedAndThatItIsWellAgain() {
        connect();
        var one = tokens();
        one.current();
        one.refused();
        assertThat(stored.read().orElseThrow().refusedSince()).contains(NOON);

        now = now.plusSeconds(1);
        assertThat(token(one.current())).isEqualTo("access 1");
        assertThat(failure(one.current())).isInstanceOf(RemoteFailure.Unauthorized.class);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(token(one.current())).isEqualTo("access 1");
        one.accepted();
        assertThat(stored.read().orElseThrow().refusedSince()).isEmpty();
    }

    /// A person has disconnected the organisation only: the consent still gives tokens, and each call is refused.
    @Test
    void countsADeadConnectionOnceThoughItsTokensAreRenewed() {
        connect();
        var one = tokens();
        one.current();
        one.refused();
        now = now.plus(LIFE);

        assertThat(token(one.current())).isEqualTo("access 2");
        one.refused();
        assertThat(stored.read().orElseThrow().refusedSince()).contains(NOON);
        assertThat(counted).containsExactly(Telemetry.Metric.CONNECTION_REFUSED);

        now = now.plus(Duration.ofMinutes(5));
        one.current();
        one.accepted();
        assertThat(stored.read().orElseThrow().refusedSince()).isEmpty();
    }

    /// Whoever dies between storing it and telling it would leave a dead connection of which no operator ever hears.
    @Test
    void tellsOfADeadConnectionThoughTheStoreAnswersNothing() {
        connect();
        vendor.revoked = true;
        now = now.plus(LIFE);
        var silent = new Connections() {
            @Override
            public Optional<Connection> read() {
                return stored.read();
            }

            @Override
            public void write(Connection next) {
                stored.write(next);
                throw new IllegalStateException("no answer");
            }
        };

        assertThatThrownBy(() -> tokens(silent).current()).hasMessage("no answer");

        assertThat(stored.read().orElseThrow().refusedSince()).contains(now);
        assertThat(counted).containsExactly(Telemetry.Metric.CONNECTION_REFUSED);
    }

    /// The refused one was replaced by another function meanwhile: nothing is wrong.
    @Test
    void takesWhatAnotherFunctionHasStored() {
        connect();
        var one = tokens();
        one.current();
        now = now.plus(Duration.ofMinutes(21));
        tokens().current();

        one.refused();

        assertThat(stored.read().orElseThrow().refusedSince()).isEmpty();
        assertThat(token(one.current())).isEqualTo("access 2");
    }

    @Test
    void showsNoSecret() {
        connect();

        assertThat(stored.read().orElseThrow().toString()).doesNotContain("access 1", "refresh 1");
        assertThat(new TokenGrant.Granted("access", LIFE, "refresh").toString()).isEqualTo("Granted[for PT30M]");
    }

    private void connect() {
        stored.write(Connection.of(vendor.give(), now));
    }

    private OAuthTokens tokens() {
        return tokens(stored);
    }

    private OAuthTokens tokens(Connections connections) {
        return new OAuthTokens(
                "vendor#refresh",
                connections,
                vendor,
                locks,
                new CountedTelemetry(counted),
                () -> now,
                () -> "function " + ++ids);
    }

    private static String token(Reply<String> reply) {
        assertThat(reply).isInstanceOf(Reply.Ok.class);
        return ((Reply.Ok<String>) reply).value();
    }

    private static RemoteFailure failure(Reply<String> reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed<String>) reply).failure();
    }

    private final class Vendor implements TokenGrant {
        private int given;
        private int refreshes;
        private boolean loseNext;
        private boolean revoked;
        private String current = "";
        private String before = "";

        Granted give() {
            given++;
            before = current;
            current = "refresh " + given;
            return new Granted("access " + given, LIFE, current);
        }

        @Override
        public Reply<Granted> ask(Map<String, String> form) {
            assertThat(form).containsEntry("grant_type", "refresh_token").hasSize(2);
            var refreshToken = form.getOrDefault("refresh_token", "");
            refreshes++;
            if (revoked || !List.of(current, before).contains(refreshToken)) {
                return new Reply.Failed<>(new RemoteFailure.Unauthorized());
            }
            var granted = give();
            // What was taken a second time is still the one before.
            before = refreshToken;
            if (!loseNext) return new Reply.Ok<>(granted, now);
            loseNext = false;
            return new Reply.Failed<>(new RemoteFailure.Unavailable(true));
        }
    }
}
