package dev.quotetocash.engine;

import dev.quotetocash.engine.HubSpotGateway.DealUpdate;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.mapping.DealStatus;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Situation;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.SyncPlan;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings deals into agreement with their invoices: what Xero says about an invoice becomes the deal's own
/// properties. When Xero still says what it said at the last agreement, and no table was put back since, HubSpot
/// is not even read.
final class StatusSync {

    /// How long writing a deal usually takes at most. Only a crash makes it last until the deadline, and a notice
    /// that is deferred again waits twice as long each time.
    private static final Duration WRITING = Duration.ofSeconds(2);

    /// Until then nobody else writes the same deal: two calls of at most 25 seconds, and some room.
    private static final Duration ACTING = Duration.ofSeconds(60);

    /// The modified time of the youngest full read that was acted on.
    private static final String LATEST = "xero-latest";

    private final Ports ports;
    private final OpenWork links;
    private final EngineSettings settings;

    StatusSync(Ports ports, OpenWork links, EngineSettings settings) {
        this.ports = ports;
        this.links = links;
        this.settings = settings;
    }

    /// A linked slot and its invoice. `fullRead` says that `invoice` came from a read, not from a write's answer;
    /// `own` are the deal's own properties where they have just been read.
    record Candidate(Link link, XeroInvoice invoice, boolean fullRead, Optional<Fields> own) {
        Slot slot() {
            return link.key().slot().orElseThrow();
        }

        String version() {
            return invoice.updatedAt().toString();
        }
    }

    private record Write(Candidate candidate, Link acting, SyncPlan plan) {}

    /// At most one read and one write of HubSpot for a hundred deals.
    Map<LinkKey, Outcome> agree(List<Candidate> candidates, Organisation organisation, String trigger) {
        var outcomes = new LinkedHashMap<LinkKey, Outcome>();
        var open = new ArrayList<Candidate>();
        var restoredAt = ports.marks().restoredAt();
        for (var candidate : candidates) {
            var settled = settledAlready(candidate, organisation, restoredAt);
            settled.ifPresentOrElse(
                    outcome -> outcomes.put(candidate.link().key(), outcome), () -> open.add(candidate));
        }
        if (open.isEmpty()) return outcomes;
        switch (ownProperties(open)) {
            case Reply.Failed<Map<HubSpotDealId, Fields>>(var failure) ->
                open.forEach(
                        candidate -> outcomes.put(candidate.link().key(), Outcome.after(failure, "reading deals")));
            case Reply.Ok<Map<HubSpotDealId, Fields>>(var own, var _) -> {
                var writes = new ArrayList<Write>();
                for (var candidate : open) {
                    var fields = Optional.ofNullable(own.get(candidate.slot().deal()));
                    var outcome = fields.isEmpty()
                            ? suspend(candidate)
                            : plan(candidate, fields.get(), organisation, trigger, writes);
                    outcomes.put(candidate.link().key(), outcome);
                }
                outcomes.putAll(write(writes));
            }
        }
        return outcomes;
    }

    private Optional<Outcome> settledAlready(
            Candidate candidate, Organisation organisation, Optional<Instant> restoredAt) {
        var link = candidate.link();
        var busy = busy(link, ports.clock().instant());
        if (busy.isPresent()) return busy;
        if (candidate.fullRead() && isOlderThanKnown(candidate)) {
            return Optional.of(Outcome.later(Outcome.RETRY, "Xero answered with an older state than before"));
        }
        var agrees = link.work() instanceof Work.Idle
                && link.baseline().agreesWithXero(DealStatus.MAPPING_HASH, wanted(candidate, organisation));
        if (!agrees || restoredAt.filter(at -> mayHaveForgotten(link, at)).isPresent()) return Optional.empty();
        if (candidate.fullRead() && !link.hasSettled("xero", candidate.version(), DealStatus.MAPPING_HASH)) {
            // Losing this race only costs a read later.
            save(link.withSeen("xero", candidate.version()), link, List.of());
        }
        return Optional.of(Outcome.DONE);
    }

    /// A row that was put back does not know what was shown on the deal since. If Xero is back at what the row
    /// remembers, only the deal itself can tell.
    private static boolean mayHaveForgotten(Link link, Instant restoredAt) {
        return Optional.ofNullable(link.seen().get("xero"))
                .map(Instant::parse)
                .filter(seen -> !seen.isBefore(restoredAt.plus(Marks.CLOCKS_APART)))
                .isEmpty();
    }

    /// Someone else is writing this deal, or the invoice is about to be authorised: then whoever does that
    /// shows it.
    static Optional<Outcome> busy(Link link, Instant now) {
        if (!(link.work() instanceof Work.Acting(var _, Fields xero, Instant deadline))) return Optional.empty();
        if (!xero.isEmpty()) return Optional.of(Outcome.DONE);
        if (!now.isBefore(deadline)) return Optional.empty();
        var left = Duration.between(now, deadline);
        return Optional.of(Outcome.later(left.compareTo(WRITING) < 0 ? left : WRITING, "the deal is being written"));
    }

    /// A lagging answer must not turn a paid invoice back.
    private static boolean isOlderThanKnown(Candidate candidate) {
        return Optional.ofNullable(candidate.link().seen().get(LATEST))
                .map(Instant::parse)
                .filter(candidate.invoice().updatedAt()::isBefore)
                .isPresent();
    }

    private Reply<Map<HubSpotDealId, Fields>> ownProperties(List<Candidate> open) {
        var known = new LinkedHashMap<HubSpotDealId, Fields>();
        var unread = new ArrayList<HubSpotDealId>();
        for (var candidate : open) {
            candidate
                    .own()
                    .ifPresentOrElse(
                            own -> known.put(candidate.slot().deal(), own),
                            () -> unread.add(candidate.slot().deal()));
        }
        if (unread.isEmpty()) return new Reply.Ok<>(known, ports.clock().instant());
        return ports.hubspot().readOwnProperties(unread, Lane.CHANGE).map(read -> {
            known.putAll(read);
            return known;
        });
    }

    private Outcome plan(
            Candidate candidate, Fields own, Organisation organisation, String trigger, List<Write> writes) {
        var link = candidate.link();
        var situation = Situation.of(link.baseline(), link.work(), own, wanted(candidate, organisation));
        var plan = SyncPlan.of(situation, DealStatus.rules(), DealStatus.MAPPING_HASH);
        if (plan.isEmpty()) {
            var done = link.with(plan.next()).with(new Work.Idle());
            var next = candidate.fullRead() ? done.withSeen("xero", candidate.version()) : done;
            return save(next, link, List.of()) instanceof Links.Saved.Stored ? Outcome.DONE : Outcome.OVERTAKEN;
        }
        var until = ports.clock().instant().plus(ACTING);
        var acting = latest(candidate).with(new Work.Acting(plan.hubspotWrites(), plan.xeroWrites(), until));
        return switch (save(acting, link, journal(candidate, plan, trigger))) {
            case Links.Saved.Stored(Link stored) -> {
                // Until `write` says what came of it.
                writes.add(new Write(candidate, stored, plan));
                yield Outcome.OVERTAKEN;
            }
            case Links.Saved.Stale() -> Outcome.OVERTAKEN;
        };
    }

    private static Link latest(Candidate candidate) {
        return candidate.fullRead() ? candidate.link().withSeen(LATEST, candidate.version()) : candidate.link();
    }

    /// Who comes too late leaves it to the next: somebody else may be writing already, and knows more.
    private Map<LinkKey, Outcome> write(List<Write> planned) {
        var outcomes = new LinkedHashMap<LinkKey, Outcome>();
        planned.forEach(write -> outcomes.put(write.acting().key(), Outcome.OVERTAKEN));
        var end = ports.clock().instant().plus(Http.TIMEOUT_MAX);
        var writes = planned.stream()
                .filter(write ->
                        write.acting().work().dueAt().filter(end::isBefore).isPresent())
                .toList();
        if (writes.isEmpty()) return outcomes;
        var syncedAt = Observed.of(ports.clock().instant().toString());
        var updates = writes.stream()
                .map(write -> new DealUpdate(
                        write.candidate().slot().deal(),
                        write.plan().hubspotWrites().with(DealProperty.SYNCED_AT, syncedAt)))
                .toList();
        switch (ports.hubspot().updateDeals(updates, Lane.CHANGE)) {
            case Reply.Ok<List<HubSpotGateway.Written>>(var written, var _) -> {
                var refusals = new LinkedHashMap<HubSpotDealId, Optional<String>>();
                written.forEach(row -> refusals.put(row.id(), row.refusal()));
                for (var write : writes) {
                    var refusal = refusals.getOrDefault(write.candidate().slot().deal(), Optional.of("no answer"));
                    outcomes.put(write.acting().key(), refusal.isEmpty() ? finish(write) : park(write));
                }
            }
            case Reply.Failed<List<HubSpotGateway.Written>>(RemoteFailure.Rejected _)
            when writes.size() > 1 ->
                // One bad row can fail the whole call: find it by writing them one by one.
                writes.forEach(write -> outcomes.putAll(write(List.of(write))));
            case Reply.Failed<List<HubSpotGateway.Written>>(RemoteFailure.Rejected _) ->
                outcomes.put(writes.getFirst().acting().key(), park(writes.getFirst()));
            case Reply.Failed<List<HubSpotGateway.Written>>(var failure) -> {
                for (var write : writes) {
                    // Certainly not executed: nobody has to wait for the deadline.
                    if (!failure.leavesOutcomeUnknown()) {
                        var open = write.acting().work().dueAgain(ports.clock().instant());
                        save(write.acting().with(open), write.acting(), List.of());
                    }
                    outcomes.put(write.acting().key(), Outcome.after(failure, "writing deals"));
                }
            }
        }
        return outcomes;
    }

    private Outcome finish(Write write) {
        ports.telemetry().count(Telemetry.Metric.DEALS_UPDATED, 1);
        var done = write.acting().with(write.plan().next()).with(new Work.Idle());
        return save(done, write.acting(), List.of()) instanceof Links.Saved.Stored ? Outcome.DONE : Outcome.OVERTAKEN;
    }

    private Outcome park(Write write) {
        ports.telemetry().count(Telemetry.Metric.PARKED, 1);
        ports.telemetry().note(write.acting().key().value(), "HubSpot refused to write the deal's own properties");
        var parked = Work.Parked.after(
                write.candidate().link().work(),
                Cause.PERSON,
                "HubSpot refuses to write to this deal; check whether it still exists, and the validation rules for deals.",
                settings.recheck(),
                ports.clock().instant());
        return save(write.acting().with(parked), write.acting(), List.of()) instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    private Outcome suspend(Candidate candidate) {
        var link = candidate.link();
        var suspended = new Identity.Suspended(link.identity().records(), "the deal is archived or deleted");
        return save(link.with(suspended).with(new Work.Idle()), link, List.of()) instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    private Fields wanted(Candidate candidate, Organisation organisation) {
        var invoice = candidate.invoice();
        var today = LocalDate.ofInstant(ports.clock().instant(), organisation.zone());
        var address = settings.invoiceAddress(organisation.shortCode(), invoice.id());
        var status = DealStatus.of(invoice, candidate.slot(), address, today, organisation.baseCurrency());
        return Attention.of(candidate.link().baseline(), invoice).onto(status);
    }

    private List<JournalEntry> journal(Candidate candidate, SyncPlan plan, String trigger) {
        return plan.effects().stream()
                .map(effect -> new JournalEntry(
                        candidate.slot().deal().ref(),
                        trigger,
                        "deal status from invoice",
                        effect.field(),
                        effect.before(),
                        effect.after(),
                        "xero=" + candidate.version()))
                .toList();
    }

    private Links.Saved save(Link next, Link read, List<JournalEntry> journal) {
        return links.save(next, read.identity().records(), journal);
    }
}
