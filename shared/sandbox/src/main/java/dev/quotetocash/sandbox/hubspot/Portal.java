package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The simulated account: its state, its clock and what its writes send out. Used under the simulator's lock
/// only.
final class Portal implements Types {

    private final HubSpotSettings settings;
    private final InstantSource clock;
    private final Outbox outbox;
    private Dice random;
    private State state;

    Portal(HubSpotSettings settings, InstantSource clock, long seed, Outbox outbox) {
        this.settings = settings;
        this.clock = clock;
        this.random = new Dice(seed);
        this.outbox = outbox;
        this.state = State.fresh(now(), settings.switches());
    }

    HubSpotSettings settings() {
        return settings;
    }

    State state() {
        return state;
    }

    @Override
    public Optional<ObjectType> named(String name) {
        return state.named(name);
    }

    RandomGenerator random() {
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

    /// An error as HubSpot may also write it: every member is optional (section 8).
    ObjectNode thinned(ObjectNode error) {
        if (is(Unconfirmed.ERRORS_LEAVE_OUT_MEMBERS)) error.properties().removeIf(_ -> random.nextBoolean());
        return error;
    }

    void tell(Change change) {
        outbox.add(change);
    }

    /// Applies all of `work` or, when it is refused, none of it.
    <T> T atomically(Supplier<T> work) {
        var told = outbox.size();
        try {
            return state.atomically(work);
        } catch (RuntimeException failed) {
            outbox.truncate(told);
            throw failed;
        }
    }

    Snapshot snapshot() {
        return Snapshot.of(state, random.state());
    }

    void restore(Snapshot snapshot) {
        state = snapshot.state(settings.switches());
        random = new Dice(snapshot.random());
    }

    /// An account without records, as new as the clock is now.
    void reset(long seed) {
        state = State.fresh(now(), settings.switches());
        random = new Dice(seed);
    }
}
