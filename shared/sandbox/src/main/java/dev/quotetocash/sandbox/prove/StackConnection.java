package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.OAuthTokens;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sandbox.memory.MemoryConnections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What a person has consented to for one stack at one vendor. Nothing is kept where the stack has credentials of
/// its own.
final class StackConnection {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String PERSON = "a person";

    private final Vendor vendor;
    private final boolean byConsent;
    private final String lock;
    private final Consents consents;
    private final StackLocks locks;
    private final TokenGrant grant;
    private final Telemetry telemetry;
    private final InstantSource clock;
    private final MemoryConnections kept = new MemoryConnections();
    private final Connections onTheirWay;
    private int withdrawalsBefore;

    /// `lock` is the name under which the connection is written; `clock` is the person's, and `refused` is what an
    /// alarm starts.
    StackConnection(
            Vendor vendor,
            boolean byConsent,
            String lock,
            Consents consents,
            StackLocks locks,
            TokenGrant grant,
            Passage passage,
            InstantSource clock,
            Runnable refused) {
        this.vendor = vendor;
        this.byConsent = byConsent;
        this.lock = lock;
        this.consents = consents;
        this.locks = locks;
        this.grant = grant;
        this.telemetry = new Alarm(refused);
        this.clock = clock;
        onTheirWay = passage.around(Connections.class, kept, _ -> Operation.CONNECTION, StackPorts::unanswered);
    }

    Vendor vendor() {
        return vendor;
    }

    /// For a process with this clock; empty where nobody consents.
    Optional<Tokens> tokens(InstantSource processClock, Supplier<String> newId) {
        return byConsent
                ? Optional.of(
                        new OAuthTokens(lock, onTheirWay, grant, locks.onTheirWay(), telemetry, processClock, newId))
                : Optional.empty();
    }

    /// A person lets the stack in, at first and after what was granted has died, where it needs that. False if the
    /// vendor does not answer, or a function is just writing the connection.
    boolean connect() {
        if (!byConsent) return true;
        var now = clock.instant();
        if (!locks.held().acquire(lock, PERSON, now, now.plus(LEASE))) return false;
        var granted = consents.consent(vendor);
        granted.ifPresent(given -> {
            kept.write(Connection.of(given, now));
            withdrawalsBefore = consents.withdrawals(vendor);
        });
        locks.held().release(lock, PERSON);
        return granted.isPresent();
    }

    /// As it is stored; empty where nobody consents.
    Optional<Connection> kept() {
        return kept.read();
    }

    /// Whether what the stack keeps is taken by the vendor, as far as the stack knows.
    boolean isConnected() {
        return !byConsent || kept().filter(one -> one.refusedSince().isEmpty()).isPresent();
    }

    /// Whether a person has ended it and nobody has connected this stack since.
    boolean isWithdrawn() {
        return consents.withdrawals(vendor) > withdrawalsBefore;
    }

    /// Whether a person has ended it, and the stack does not know.
    boolean isDeadUnseen() {
        return isWithdrawn() && kept().isPresent() && isConnected();
    }

    /// Told by the clock of the function that did it.
    boolean isRefreshedSince(Instant time) {
        return kept().filter(one -> !one.refreshedAt().isBefore(time.minus(CLOCKS_APART)))
                .isPresent();
    }

    /// Whether a refresh whose answer is lost ends, now or soon, what is stored.
    boolean diesOfALostAnswer() {
        return consents.changesRefreshTokens(vendor);
    }

    /// What an operator is woken up by.
    private record Alarm(Runnable refused) implements Telemetry {
        @Override
        public void count(Metric metric, int by) {
            if (metric == Metric.CONNECTION_REFUSED) refused.run();
        }

        @Override
        public void note(String about, String what) {}
    }
}
