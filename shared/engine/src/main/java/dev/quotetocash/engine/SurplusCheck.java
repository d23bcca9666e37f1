package dev.quotetocash.engine;

import dev.quotetocash.engine.Suspects.State;
import dev.quotetocash.engine.Suspects.Suspect;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.Surplus;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at invoices that carry a slot's mark beside the one that the slot is linked to. Such a one arises when a
/// row is lost after its invoice was sent, or when Xero hid an invoice from both look-ups for too long. An
/// untouched draft is deleted; about any other one the deal tells, until finance has decided. Each look reads
/// everything afresh, and stores what it means to do before it does it, so it may be interrupted and repeated
/// anywhere.
final class SurplusCheck {

    private static final String RULE = "surplus";

    /// Who links an invoice, or writes its deal, is done by then, as a rule.
    private static final Duration SOON = Duration.ofSeconds(5);

    /// Xero's list of the app's own invoices may lag behind: one that is not in it is a person's only if it has
    /// not changed for this long, in Xero's time.
    private static final Duration LISTED_AFTER = Duration.ofHours(1);

    private static final Duration UNTIL_LISTED = Duration.ofMinutes(5);

    private final Ports ports;
    private final StatusSync status;
    private final ReferenceData reference;
    private final EngineSettings settings;

    SurplusCheck(Ports ports, StatusSync status, ReferenceData reference, EngineSettings settings) {
        this.ports = ports;
        this.status = status;
        this.reference = reference;
        this.settings = settings;
    }

    /// A slot and its invoice as they were just read, and all that carries or carried the mark beside it; `ours`
    /// are those of them that this app made.
    private record Seen(Link link, XeroInvoice linked, List<XeroInvoice> others, Set<XeroInvoiceId> ours, Instant at) {}

    /// What is to be stored, and then done.
    private record Verdict(Suspects next, List<XeroInvoice> toDelete, List<JournalEntry> journal, boolean unsure) {}

    static boolean isOpen(Link link) {
        return !Suspects.of(link.baseline()).unsettled().isEmpty();
    }

    /// One notice for each invoice that was kept until its slot was linked.
    static void announce(Link link, Notices notices, Instant now) {
        var open = Suspects.of(link.baseline()).in(State.OPEN).stream()
                .map(invoice -> new Suspicion(link.key(), invoice).wire())
                .toList();
        if (!open.isEmpty()) notices.enqueue(Notice.chunks(Notice.Kind.SURPLUS, open, "linked", now), SOON);
    }

    Outcome look(Suspicion suspicion, String trigger) {
        if (isALinksOwn(suspicion.invoice())) return Outcome.DONE;
        var link = ports.links()
                .get(suspicion.slot())
                .orElseGet(() -> Link.unsaved(suspicion.slot(), new Identity.Unlinked(List.of()), new Work.Idle()));
        return switch (link.identity()) {
            case Identity.Linked _ -> look(link, List.of(suspicion.invoice()), trigger);
            case Identity.Unlinked _, Identity.Suspended _ -> keep(link, suspicion.invoice());
            case Identity.AliasOf _ -> Outcome.DONE;
        };
    }

    /// A linked slot beside whose invoice others are known.
    Outcome look(Link link, String trigger) {
        return look(link, List.of(), trigger);
    }

    private boolean isALinksOwn(XeroInvoiceId invoice) {
        return ports.links()
                .at(invoice.ref())
                .flatMap(link -> link.identity().record("xero", "invoice"))
                .filter(invoice.ref()::equals)
                .isPresent();
    }

    /// Nothing is linked, so nothing can be said yet: the protocol may take this very invoice.
    private Outcome keep(Link link, XeroInvoiceId invoice) {
        var suspects = Suspects.of(link.baseline());
        if (suspects.has(invoice)) return Outcome.DONE;
        var now = ports.clock().instant();
        if (link.work() instanceof Work.Intended intent
                && intent.phase() instanceof Work.Phase.Sending
                && now.isBefore(intent.nextAt())) {
            return Outcome.later(SOON, "the slot's invoice is being sent");
        }
        return save(link, suspects.with(invoice, Suspect.OPEN), List.of()) instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    private Outcome look(Link link, List<XeroInvoiceId> more, String trigger) {
        // An interrupted approval is taken up where it was begun.
        if (link.work() instanceof Work.Acting(var _, Fields xero, Instant deadline)
                && (!xero.isEmpty() || ports.clock().instant().isBefore(deadline))) {
            return Outcome.later(SOON, "the deal is being written");
        }
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Organisation>(var organisation, var _) ->
                switch (ports.xero().readInvoices(ids(link, more), Lane.CHANGE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) -> Outcome.after(failure, "reading invoices");
                    case Reply.Ok<List<XeroInvoice>>(var found, var at) ->
                        look(link, more, found, at, organisation, trigger);
                };
        };
    }

    private static List<XeroInvoiceId> ids(Link link, List<XeroInvoiceId> more) {
        var ids = new LinkedHashSet<>(List.of(invoiceOf(link)));
        ids.addAll(Suspects.of(link.baseline()).unsettled());
        ids.addAll(more);
        return List.copyOf(ids);
    }

    private Outcome look(
            Link link,
            List<XeroInvoiceId> more,
            List<XeroInvoice> found,
            Instant at,
            Organisation organisation,
            String trigger) {
        var linked = found.stream()
                .filter(invoice -> invoice.id().equals(invoiceOf(link)))
                .findFirst();
        // Without the slot's own invoice nothing is known to be one too many.
        if (linked.isEmpty()) return more.isEmpty() ? Outcome.DONE : keep(link, more.getFirst());
        var others = withoutLinksOwn(found);
        return switch (ours(others, marker(link))) {
            case Reply.Failed<Set<XeroInvoiceId>>(var failure) -> Outcome.after(failure, "reading our own invoices");
            case Reply.Ok<Set<XeroInvoiceId>>(var ours, var _) ->
                act(new Seen(link, linked.get(), others, ours, at), organisation, trigger);
        };
    }

    private List<XeroInvoice> withoutLinksOwn(List<XeroInvoice> found) {
        var records = found.stream().map(invoice -> invoice.id().ref()).toList();
        var own = ports.links().atAll(records).stream()
                .flatMap(link -> link.identity().record("xero", "invoice").stream())
                .collect(Collectors.toSet());
        return found.stream()
                .filter(invoice -> !own.contains(invoice.id().ref()))
                .toList();
    }

    /// Asked only if there is a suspect.
    private Reply<Set<XeroInvoiceId>> ours(List<XeroInvoice> others, String marker) {
        var since = others.stream()
                .filter(invoice -> Surplus.isSuspect(invoice, marker))
                .map(XeroInvoice::updatedAt)
                .min(Instant::compareTo);
        if (since.isEmpty()) return new Reply.Ok<>(Set.of(), Instant.EPOCH);
        return ports.xero()
                .invoicesOfThisApp(since.get().minus(HighWaterMark.TRAIL), Lane.CHANGE)
                .map(own -> own.stream().map(XeroInvoice::id).collect(Collectors.toSet()));
    }

    private Outcome act(Seen seen, Organisation organisation, String trigger) {
        var verdict = judge(seen, trigger);
        return switch (stored(seen.link(), verdict)) {
            case Links.Saved.Stale() -> Outcome.OVERTAKEN;
            case Links.Saved.Stored(Link link) -> {
                var deleted = verdict.toDelete().stream()
                        .map(invoice -> delete(link, invoice))
                        .toList();
                yield conclude(seen, link, verdict, deleted, organisation, trigger);
            }
        };
    }

    private Verdict judge(Seen seen, String trigger) {
        var known = Suspects.of(seen.link().baseline());
        var next = known;
        var toDelete = new ArrayList<XeroInvoice>();
        var journal = new ArrayList<JournalEntry>();
        var unsure = false;
        for (var other : seen.others()) {
            var id = other.id();
            // Who made it never changes, whatever a list says later.
            var ours = seen.ours().contains(id) || known.in(State.TOLD).contains(id);
            if (!Surplus.isSuspect(other, marker(seen.link()))) {
                next = next.without(id);
            } else if (!ours && other.updatedAt().isAfter(seen.at().minus(LISTED_AFTER))) {
                next = next.with(id, Suspect.open(other));
                unsure = true;
            } else {
                var situation =
                        new Surplus.Situation(marker(seen.link()), seen.link().baseline(), seen.linked(), other, ours);
                next = switch (Surplus.of(situation)) {
                    case Surplus.Nothing() -> next.with(id, Suspect.notOurs(other));
                    case Surplus.Delete _ -> {
                        toDelete.add(other);
                        journal.add(entry(other, trigger, "DELETED"));
                        yield next.with(id, Suspect.open(other));
                    }
                    case Surplus.Tell _ -> {
                        if (!known.in(State.TOLD).contains(id)) journal.add(entry(other, trigger, "told"));
                        yield next.with(id, Suspect.told(other));
                    }
                };
            }
        }
        return new Verdict(next, toDelete, journal, unsure);
    }

    /// Only its writer acts. What says nothing new needs no save.
    private Links.Saved stored(Link link, Verdict verdict) {
        var nothing = verdict.toDelete().isEmpty() && verdict.next().equals(Suspects.of(link.baseline()));
        return nothing ? new Links.Saved.Stored(link) : save(link, verdict.next(), verdict.journal());
    }

    /// What became of one that was to be deleted.
    private sealed interface Deleted {
        record Gone(XeroInvoiceId id) implements Deleted {}

        record Refused(XeroInvoice invoice) implements Deleted {}

        record Unknown(Outcome outcome) implements Deleted {}
    }

    /// Xero refuses it if the draft has been approved in the meantime.
    private Deleted delete(Link link, XeroInvoice invoice) {
        return switch (ports.xero().setStatus(invoice.id(), InvoiceStatus.DELETED, Lane.CHANGE)) {
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Accepted _, var _) -> {
                ports.telemetry()
                        .note(
                                link.key().value(),
                                "deleted the surplus draft " + invoice.id().value());
                yield new Deleted.Gone(invoice.id());
            }
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Refused _, var _) -> new Deleted.Refused(invoice);
            case Reply.Failed<XeroGateway.Created>(RemoteFailure.Rejected _) -> new Deleted.Refused(invoice);
            case Reply.Failed<XeroGateway.Created>(var failure) ->
                new Deleted.Unknown(Outcome.after(failure, "deleting a surplus draft"));
        };
    }

    /// Stores what became of it, and brings the deal into agreement with both.
    private Outcome conclude(
            Seen seen, Link link, Verdict verdict, List<Deleted> deleted, Organisation organisation, String trigger) {
        var next = verdict.next();
        for (var one : deleted) {
            next = switch (one) {
                case Deleted.Gone(XeroInvoiceId id) -> next.without(id);
                case Deleted.Refused(XeroInvoice invoice) -> next.with(invoice.id(), Suspect.told(invoice));
                case Deleted.Unknown _ -> next;
            };
        }
        var told = next.in(State.TOLD);
        if (!told.isEmpty()) {
            ports.telemetry().count(Telemetry.Metric.SURPLUS, told.size());
            told.forEach(id ->
                    ports.telemetry().note(link.key().value(), "a surplus invoice needs a person: " + id.value()));
        }
        if (!(stored(link, new Verdict(next, List.of(), List.of(), false)) instanceof Links.Saved.Stored(Link latest)))
            return Outcome.OVERTAKEN;
        var candidate = new StatusSync.Candidate(latest, seen.linked(), true, Optional.empty());
        var shown = status.agree(List.of(candidate), organisation, trigger).getOrDefault(latest.key(), Outcome.DONE);
        return Stream.concat(
                        Stream.of(shown),
                        Stream.concat(
                                deleted.stream().flatMap(SurplusCheck::open),
                                verdict.unsure() ? Stream.of(notListedYet()) : Stream.empty()))
                .filter(outcome -> !(outcome instanceof Outcome.Done))
                .findFirst()
                .orElse(Outcome.DONE);
    }

    private static Stream<Outcome> open(Deleted deleted) {
        return deleted instanceof Deleted.Unknown(Outcome outcome) ? Stream.of(outcome) : Stream.empty();
    }

    private static Outcome notListedYet() {
        return Outcome.later(UNTIL_LISTED, "Xero does not list an invoice with our mark as ours, or not yet");
    }

    private Links.Saved save(Link read, Suspects suspects, List<JournalEntry> journal) {
        var next = read.with(suspects.onto(read.baseline()));
        return read.version() == 0
                ? ports.links().create(next, journal)
                : ports.links().save(next, read.identity().records(), journal);
    }

    private static JournalEntry entry(XeroInvoice invoice, String trigger, String meant) {
        return new JournalEntry(
                invoice.id().ref(),
                trigger,
                RULE,
                "status",
                Observed.of(invoice.status().name()),
                Observed.of(meant),
                "xero=" + invoice.updatedAt());
    }

    private String marker(Link link) {
        return link.key().slot().orElseThrow().marker(settings.pair().portal());
    }

    private static XeroInvoiceId invoiceOf(Link link) {
        return new XeroInvoiceId(
                link.identity().record("xero", "invoice").orElseThrow().id());
    }
}
