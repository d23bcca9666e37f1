package dev.quotetocash.engine;

import java.time.Duration;
import java.time.InstantSource;

/// Tokens of credentials that somebody put into a secret, and that nobody renews. While the vendor refuses them,
/// one function tells so every [#TOLD_AGAIN]: the alarm lasts as long as the trouble, and a status can show it.
/// One refusal alone means no more than that a token has ended early. For one invocation at a time.
public final class WatchedTokens implements Tokens {

    /// How long a refusal counts after it was seen.
    static final Duration TOLD_AGAIN = Duration.ofMinutes(15);

    private static final int SURE = 2;

    /// Whoever tells holds the lock for all.
    private static final String TOLD = "told";

    private final Tokens tokens;
    private final String name;
    private final Locks locks;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private int refusals;

    /// `name` is [VendorConnection#refusal].
    public WatchedTokens(Tokens tokens, String name, Locks locks, Telemetry telemetry, InstantSource clock) {
        this.tokens = tokens;
        this.name = name;
        this.locks = locks;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public Reply<String> current() {
        var reply = tokens.current();
        if (reply instanceof Reply.Failed<String>(RemoteFailure.Unauthorized _)) count();
        return reply;
    }

    @Override
    public void refused() {
        tokens.refused();
        count();
    }

    @Override
    public void accepted() {
        tokens.accepted();
        refusals = 0;
    }

    private void count() {
        refusals++;
        var now = clock.instant();
        if (refusals < SURE || !locks.acquire(name, TOLD, now, now.plus(TOLD_AGAIN))) return;
        telemetry.count(Telemetry.Metric.CONNECTION_REFUSED, 1);
        telemetry.note(name, "the vendor refuses the credentials; put good ones into the secret");
    }
}
