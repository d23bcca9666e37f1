package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Operator;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.hubspot.Subscriptions;
import dev.quotetocash.sandbox.sim.WebhookOutcome;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All parts of one run, put together from a seed.
final class Ground {

    private static final Instant START = Instant.parse("2026-11-02T08:00:00.250Z");
    private static final Duration SWEEPS = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofMinutes(20);
    private static final Duration IDLE_SWEEPS = Duration.ofHours(4);
    private static final int SHORT_KEY = 512;
    private static final List<InvoiceStatus> STATUSES =
            List.of(InvoiceStatus.DRAFT, InvoiceStatus.DRAFT, InvoiceStatus.SUBMITTED, InvoiceStatus.AUTHORISED);
    private static final int COLD_STARTS = 30_000;
    private static final int WON_BEFORE = 3;
    private static final List<PlanLimits> HUBSPOT_PLANS = List.of(PlanLimits.starter(), PlanLimits.enterprise());
    private static final List<XeroLimits> XERO_PLANS =
            List.of(XeroLimits.starter(), XeroLimits.starter(), XeroLimits.core());

    /// The name of the stack that does not own the account.
    static final String OTHER = "other";

    final Clockwork clockwork;
    final Trace trace;
    final Events events;
    final Coverage coverage = new Coverage();
    final Vendors vendors;
    final Installation stack;
    final Deals deals = new Deals();
    final Reps reps;
    final Accountants accountants;
    final Observer observer;
    private final People people;
    private final Mishaps mishaps;
    private final Function<String, Installation> stacks;
    private Optional<Installation> second = Optional.empty();
    private final Map<WebhookQueue, Instant> wakeUps = new IdentityHashMap<>();
    private Instant changedAt = START;
    private Instant sweptAt = START;

    Ground(ProofOptions options, boolean keepTrace) {
        this(options, keepTrace, false);
    }

    /// A world in which everything is as suggested, on the vendors' smallest plans, and functions live long.
    static Ground plain(long seed) {
        return new Ground(ProofOptions.of(seed), false, true);
    }

    private Ground(ProofOptions options, boolean keepTrace, boolean plain) {
        var seed = options.seed();
        clockwork = new Clockwork(START, Chance.of(seed, "schedule"));
        trace = new Trace(clockwork, keepTrace);
        events = new Events(trace, options.eventsMost());
        var world = Chance.of(seed, "world");
        var createAs = plain ? InvoiceStatus.DRAFT : world.oneOf(STATUSES);
        var plans = Chance.of(seed, "plans");
        var hubspotSettings = hubspot(world, plain ? PlanLimits.starter() : plans.oneOf(HUBSPOT_PLANS));
        var xeroSettings = xero(plain ? XeroLimits.starter() : plans.oneOf(XERO_PLANS));
        vendors = new Vendors(
                plain ? hubspotSettings : OpenFacts.hubspot(hubspotSettings, Chance.of(seed, "hubspot"), coverage),
                plain ? xeroSettings : OpenFacts.xero(xeroSettings, Chance.of(seed, "xero"), coverage),
                clockwork,
                trace,
                world);
        observer = new Observer(clockwork, trace);
        observer.watch(this);
        var weather = new Weather(clockwork, Chance.of(seed, "weather"), events, coverage);
        var passage = new Passage(clockwork, weather, trace);
        stacks = name -> new Installation(
                name,
                clockwork,
                Chance.of(seed, name),
                events,
                coverage,
                passage,
                vendors,
                createAs,
                plain ? 0 : COLD_STARTS,
                !plain && Chance.of(seed, name + " into HubSpot").below(2) == 0,
                observer,
                this::changed);
        stack = stacks.apply("stack");
        var work = Chance.of(seed, "people");
        reps = new Reps(vendors.rep(this::changed), vendors.hubspot, clockwork, work, deals);
        accountants = new Accountants(
                vendors.finance(this::changed), clockwork, work, deals, observer::changed, vendors::stampNextBehind);
        people = new People(
                clockwork, work, events, coverage, trace, START.plus(Duration.ofDays(options.days())), options.edits());
        people.add(reps.acts());
        people.add(accountants.acts());
        mishaps = new Mishaps(
                clockwork,
                Chance.of(seed, "mishaps"),
                events,
                coverage,
                weather,
                vendors,
                stack,
                this::changed,
                this::installSecond);
    }

    /// Set-up, a few deals from before, activation, and schedules from then on.
    void open() {
        accountants.begin();
        stack.connect();
        stack.operate("setup", Operator::setup);
        clockwork.runUntil(START.plus(MINUTE));
        clockwork.start("person", () -> reps.begin(WON_BEFORE));
        clockwork.runUntil(START.plus(MINUTE.multipliedBy(10)));
        stack.operate("activate", Operator::activate);
        clockwork.runUntil(START.plus(MINUTE.multipliedBy(11)));
        schedule(SWEEPS, this::sweep);
        schedule(MINUTE, stack::runDue);
    }

    /// The days with people and faults.
    void run() {
        open();
        events.begin();
        people.begin();
        mishaps.begin();
        while (!events.ended()) clockwork.runUntil(clockwork.instant().plus(Duration.ofHours(1)));
    }

    /// Nobody edits, nothing fails; what is open comes to its end.
    void rest(Duration duration) {
        events.end();
        mishaps.end();
        clockwork.runUntil(clockwork.instant().plus(duration));
    }

    Duration simulated() {
        return Duration.between(START, clockwork.instant());
    }

    void stop() {
        clockwork.stop();
    }

    private void schedule(Duration interval, Runnable tick) {
        clockwork.at(clockwork.instant().plus(interval), () -> {
            tick.run();
            schedule(interval, tick);
        });
    }

    /// A tick at which a sweep would find nothing new is skipped, most of the time; not while a call would find a
    /// connection dead, or a refresh is open, which is lost if nobody goes on with it in time.
    private void sweep() {
        var now = clockwork.instant();
        var idle = now.isAfter(changedAt.plus(BUSY)) && now.isBefore(sweptAt.plus(IDLE_SWEEPS));
        if (idle && !observer.awaitsACall()) return;
        sweptAt = now;
        stack.sweepXero();
        stack.sweepHubSpot();
    }

    /// With a HubSpot app of its own, on the same account and organisation. Its operator is told no, and lets it
    /// run.
    private void installSecond() {
        if (second.isPresent()) return;
        var other = stacks.apply(OTHER);
        second = Optional.of(other);
        vendors.limitsAreShared();
        other.connect();
        other.operate("setup", Operator::setup);
        clockwork.at(clockwork.instant().plus(MINUTE), () -> other.operate("activate", Operator::activate));
        schedule(SWEEPS.multipliedBy(12), other::sweepXero);
        schedule(SWEEPS.multipliedBy(12), other::sweepHubSpot);
        schedule(MINUTE, other::runDue);
    }

    private void changed() {
        changedAt = clockwork.instant();
        webhooks();
    }

    /// Sends what is due to the receiver.
    private void webhooks() {
        webhooks(vendors.hubspotWebhooks);
        webhooks(vendors.xeroWebhooks);
    }

    private void webhooks(WebhookQueue queue) {
        for (var attempt : queue.begin()) {
            second.ifPresent(other -> other.receive(attempt.delivery(), _ -> {}));
            stack.receive(attempt.delivery(), status -> {
                queue.report(attempt, status == 0 ? WebhookOutcome.timedOut() : WebhookOutcome.answered(status));
                webhooks(queue);
            });
        }
        queue.nextDue().filter(clockwork.instant()::isBefore).ifPresent(at -> wakeUp(queue, at));
    }

    /// One wake-up for each queue, however often it was asked for.
    private void wakeUp(WebhookQueue queue, Instant at) {
        var planned = wakeUps.get(queue);
        if (planned != null && !planned.isAfter(at)) return;
        wakeUps.put(queue, at);
        clockwork.at(at, () -> {
            wakeUps.remove(queue, at);
            webhooks(queue);
        });
    }

    private static HubSpotSettings hubspot(Chance chance, PlanLimits plan) {
        return HubSpotSettings.sandbox()
                .withLimits(plan)
                .withSearchLag(
                        chance.oneOf(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10))))
                .withSubscriptions(
                        Subscriptions.parse(read(Path.of("hubspot-app/src/app/webhooks/webhooks-hsmeta.json"))));
    }

    private static XeroSettings xero(XeroLimits plan) {
        return XeroSettings.sandbox().withLimits(plan).withKeyBits(SHORT_KEY);
    }

    private static String read(Path file) {
        try {
            return Files.readString(Files.exists(file) ? file : Path.of("../..").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
