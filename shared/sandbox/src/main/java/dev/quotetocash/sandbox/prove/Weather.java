package dev.quotetocash.sandbox.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Which faults strike which port calls. There is always a little wind; now and then a storm, for minutes or
/// hours.
final class Weather {

    private static final int STORM = 12;
    private static final int FREEZES = 40_000;
    private static final String FROZEN = "a worker is frozen before it sends or writes";

    private final Clockwork clockwork;
    private final Chance chance;
    private final Events events;
    private final Coverage coverage;
    private Instant stormUntil = Instant.MIN;

    Weather(Clockwork clockwork, Chance chance, Events events, Coverage coverage) {
        this.clockwork = clockwork;
        this.chance = chance;
        this.events = events;
        this.coverage = coverage;
    }

    void storm(Duration length) {
        stormUntil = clockwork.instant().plus(length);
    }

    /// The fault that strikes this call, if one does. `what` names the call.
    Optional<Fault> at(Operation operation, String what) {
        if (events.ended() || !chance.happens(risk(operation))) return Optional.empty();
        var possible = Arrays.stream(Fault.values())
                .filter(fault -> fault.strikes(operation))
                .toList();
        var fault = chance.oneOf(possible);
        var who = clockwork.running().map(Clockwork.Task::name).orElse("nobody");
        if (!events.fault(fault.title() + ": " + who + ", " + what)) return Optional.empty();
        coverage.count(fault, operation);
        return Optional.of(fault);
    }

    /// How long the one who has just stored what is to be sent or written stands still before it is, if it does.
    Optional<Duration> freezes(String what) {
        if (events.ended() || !chance.happens(FREEZES) || !events.fault("frozen after " + what)) {
            return Optional.empty();
        }
        coverage.count(FROZEN);
        return Optional.of(chance.between(Duration.ofSeconds(20), Duration.ofMinutes(25)));
    }

    Chance chance() {
        return chance;
    }

    /// In a million calls. What is rare and matters most is struck most.
    private int risk(Operation operation) {
        var calm = switch (operation) {
            case XERO_INVOICE, XERO_CONTACT, XERO_STATUS -> 120_000;
            case HUBSPOT_WRITE -> 40_000;
            case HUBSPOT_TOKEN, XERO_READ, XERO_TOKEN -> 6_000;
            case HUBSPOT_READ, QUEUE -> 5_000;
            case LINKS_WRITE -> 10_000;
            case XERO_LIST, HUBSPOT_SEARCH -> 3_000;
            case LINKS_READ -> 1_000;
            case MARKS_READ, MARKS_WRITE -> 600;
            case BUDGET -> 2_000;
            case CONNECTION -> 4_000;
        };
        return clockwork.instant().isBefore(stormUntil) ? Math.min(300_000, calm * STORM) : calm;
    }
}
