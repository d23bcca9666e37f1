package dev.quotetocash.engine;

import dev.quotetocash.engine.Budgets.Stored;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Withheld;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.CallBudget.Decision;
import dev.quotetocash.sync.CallReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// HTTP to one vendor, within what it allows: each call needs a permit of the budget that all functions share.
/// Without one it is withheld, and comes again when there is room: the engine never waits. A permit is a lease, so
/// whoever dies with one does not keep it. For one invocation at a time, which is how Lambda calls.
public final class Governor implements Http {

    /// Others save the same budget at the same time; each try of ours takes a few milliseconds.
    private static final int TRIES = 8;

    private static final Duration CROWDED = Duration.ofSeconds(2);

    private final Http http;
    private final VendorLimits vendor;
    private final Budgets budgets;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /// What was last read or saved, by name. Mostly nobody else has changed it since, which the next save tells.
    private final Map<String, Stored> known = new LinkedHashMap<>();

    public Governor(Http http, VendorLimits vendor, Budgets budgets, InstantSource clock, Supplier<String> newId) {
        this.http = http;
        this.vendor = vendor;
        this.budgets = budgets;
        this.clock = clock;
        this.newId = newId;
    }

    @Override
    public HttpReply send(Request request) {
        var of = vendor.request(request);
        var permit = newId.get();
        for (var tries = 0; tries < TRIES; tries++) {
            var fresh = tries > 0 || !known.containsKey(of.budget());
            var stored = fresh ? read(of.budget()) : known(of.budget());
            var now = now();
            var decision = stored.budget().admit(of.limits(), of.lane(), permit, now);
            // Only what is true right now keeps a call back.
            if (!fresh && decision instanceof Decision.Refused) continue;
            if (!save(of.budget(), decision.budget(), stored)) continue;
            return switch (decision) {
                case Decision.Admitted _ -> sendWith(permit, of, request);
                case Decision.Refused(var _, Instant until) -> new Withheld(Duration.between(now, until));
            };
        }
        return new Withheld(CROWDED);
    }

    private HttpReply sendWith(String permit, VendorLimits.Of of, Request request) {
        var reply = http.send(request);
        report(permit, of, reply instanceof Answered answered ? vendor.report(answered) : CallReport.NOTHING);
        return reply;
    }

    /// The reply counts more than its report: what cannot be saved is lost, and the permit expires.
    private void report(String permit, VendorLimits.Of of, CallReport report) {
        try {
            for (var tries = 0; tries < TRIES; tries++) {
                var stored = tries > 0 ? read(of.budget()) : known(of.budget());
                if (save(of.budget(), stored.budget().reported(of.limits(), permit, report, now()), stored)) return;
            }
        } catch (RuntimeException _) {
            // The store does not answer. A create that was sent must not look as if it had not been.
            known.remove(of.budget());
        }
    }

    private Stored known(String name) {
        return Optional.ofNullable(known.get(name)).orElseGet(() -> read(name));
    }

    private Stored read(String name) {
        var stored = budgets.read(name);
        known.put(name, stored);
        return stored;
    }

    private boolean save(String name, CallBudget next, Stored read) {
        if (next.equals(read.budget())) return true;
        if (!budgets.save(name, next, read.version())) return false;
        known.put(name, new Stored(next, read.version() + 1));
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
