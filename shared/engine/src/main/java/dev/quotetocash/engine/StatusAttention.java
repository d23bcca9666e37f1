package dev.quotetocash.engine;

import dev.quotetocash.engine.StackStatus.Given;
import dev.quotetocash.engine.StackStatus.Parked;
import dev.quotetocash.engine.StackStatus.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What of a status only a person can mend.
public final class StatusAttention {

    /// Three sweeps missed, as the alarms have it.
    private static final Duration SWEEP_LATE = Duration.ofMinutes(30);

    /// The due-runner comes every minute.
    private static final Duration WORK_LATE = Duration.ofMinutes(15);

    /// As the alarm on the refresh token's age.
    private static final Duration UNUSED_LATE = Duration.ofDays(14);

    private final StackStatus status;

    public StatusAttention(StackStatus status) {
        this.status = status;
    }

    /// What does not go on before somebody does something, a sentence each; nothing if all is well.
    public List<String> lines() {
        var all = new ArrayList<String>();
        if (status.installation().isEmpty()) all.add("The stack is not set up: run ./bridge setup.");
        else if (status.activatedAt().isEmpty()) all.add("No deal is invoiced yet: run ./bridge activate.");
        for (var access : status.connections()) {
            if (access.refused() && access.consent().isEmpty()) {
                all.add(access.vendor().label() + " refuses the credentials: put good ones into the secret.");
            }
            access.consent().ifPresent(given -> ask(all, access.vendor(), given));
        }
        status.sweeps().forEach(sweep -> ask(all, sweep));
        for (var queue : status.queues()) {
            if (queue.deadLetters() == 0) continue;
            all.add("In the queue " + queue.queue() + " messages were given up (" + queue.deadLetters()
                    + "): docs/operations.md says what to do.");
        }
        var waiting =
                status.open().parked().stream().filter(Parked::needsAPerson).count();
        if (waiting > 0) all.add("Parked records wait for what their reason asks for (" + waiting + "): see below.");
        status.open()
                .oldestDue()
                .filter(due -> due.isBefore(status.at().minus(WORK_LATE)))
                .ifPresent(due -> all.add("Work was due " + age(due) + " ago: does the due-runner run?"));
        return all;
    }

    private void ask(List<String> all, Vendor vendor, Given given) {
        if (given.renewedAt().isEmpty()) {
            all.add("Nobody has connected " + vendor.label() + " yet: run ./bridge connect.");
        }
        given.refusedSince()
                .ifPresent(since -> all.add(
                        vendor.label() + " refuses the connection for " + age(since) + ": run ./bridge connect."));
        given.diesAt()
                .filter(_ -> given.renewedAt()
                        .filter(renewed -> renewed.isBefore(status.at().minus(UNUSED_LATE)))
                        .isPresent())
                .ifPresent(dies -> all.add(vendor.label() + "'s tokens have not been renewed for "
                        + given.renewedAt().map(this::age).orElse("") + ", and die on " + Ages.time(dies)
                        + ": run ./bridge connect."));
    }

    /// Before activation there is nothing to sweep.
    private void ask(List<String> all, Sweep sweep) {
        var since = sweep.completedAt().or(status::activatedAt);
        if (status.activatedAt().isEmpty() || since.isEmpty()) return;
        if (since.get().isAfter(status.at().minus(SWEEP_LATE))) return;
        all.add("No sweep of " + sweep.label() + " was completed for " + age(since.get())
                + ": is the vendor's secret right, and is there quota?");
    }

    private String age(Instant since) {
        return Ages.between(since, status.at());
    }
}
