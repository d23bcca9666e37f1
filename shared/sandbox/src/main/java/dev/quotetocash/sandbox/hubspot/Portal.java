package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// The simulated account: its state, its clock and what its writes send out. Used under the simulator's lock
/// only.
final class Portal {

    private final HubSpotSettings settings;
    private final InstantSource clock;
    private final Random random;
    private final Outbox outbox;
    private State state;

    Portal(HubSpotSettings settings, InstantSource clock, long seed, Outbox outbox) {
        this.settings = settings;
        this.clock = clock;
        this.random = new Random(seed);
        this.outbox = outbox;
        this.state = State.fresh(now());
    }

    HubSpotSettings settings() {
        return settings;
    }

    State state() {
        return state;
    }

    Random random() {
        return random;
    }

    boolean is(Unconfirmed which) {
        return settings.is(which);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Stamp stamp(Actor actor) {
        return new Stamp(now(), actor.source(), actor.sourceId());
    }

    String correlationId() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    void tell(Change change) {
        outbox.add(change);
    }

    /// Applies all of `work` or, when it is refused, none of it.
    <T> T atomically(Supplier<T> work) {
        var before = state.copy();
        var told = outbox.size();
        try {
            return work.get();
        } catch (Refused refused) {
            state = before;
            outbox.truncate(told);
            throw refused;
        }
    }
}
