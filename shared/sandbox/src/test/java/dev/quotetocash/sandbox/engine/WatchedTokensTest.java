package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.engine.WatchedTokens;
import dev.quotetocash.sandbox.memory.MemoryLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedTokensTest {

    private final MemoryLocks locks = new MemoryLocks();
    private final List<Telemetry.Metric> counted = new ArrayList<>();
    private Reply<String> reply = new Reply.Ok<>("token", Instant.EPOCH);
    private int forgotten;
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void tellsOnceForAllFunctionsWhileTheVendorRefuses() {
        var one = watched();
        var other = watched();

        for (var call = 0; call < 5; call++) {
            one.refused();
            other.refused();
        }

        assertThat(counted).containsExactly(Telemetry.Metric.CONNECTION_REFUSED);
        assertThat(locks.isHeld("xero#t-1#refused", now)).isTrue();
        assertThat(forgotten).isEqualTo(10);

        now = now.plus(Duration.ofMinutes(15));
        assertThat(locks.isHeld("xero#t-1#refused", now)).isFalse();
        one.refused();
        assertThat(counted).hasSize(2);
    }

    @Test
    void tellsThatNoTokenIsGiven() {
        var one = watched();
        reply = new Reply.Failed<>(new RemoteFailure.Unauthorized());

        assertThat(one.current()).isEqualTo(reply);
        one.current();

        assertThat(counted).containsExactly(Telemetry.Metric.CONNECTION_REFUSED);
    }

    @Test
    void saysNothingOfATokenThatHasEndedEarly() {
        var one = watched();

        for (var call = 0; call < 5; call++) {
            one.refused();
            one.accepted();
        }
        reply = new Reply.Failed<>(new RemoteFailure.Unavailable(false));
        for (var call = 0; call < 5; call++) one.current();

        assertThat(counted).isEmpty();
    }

    private WatchedTokens watched() {
        var tokens = new Tokens() {
            @Override
            public Reply<String> current() {
                return reply;
            }

            @Override
            public void refused() {
                forgotten++;
            }

            @Override
            public void accepted() {}
        };
        return new WatchedTokens(tokens, "xero#t-1#refused", locks, new CountedTelemetry(counted), () -> now);
    }
}
