package dev.quotetocash.engine;

import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings status, payments and credits of invoices back to their deals.
public final class PaymentEngine {

    private final Ports ports;
    private final StatusSync status;
    private final ReferenceData reference;
    private final SurplusCheck surplus;
    private final Deferral deferral;

    public PaymentEngine(Ports ports, EngineSettings settings) {
        this.ports = ports;
        this.status = new StatusSync(ports, new OpenWork(ports.links(), ports.notices(), ports.clock()), settings);
        this.reference = new ReferenceData(ports, settings, Lane.CHANGE);
        this.surplus = new SurplusCheck(ports, status, reference, settings);
        this.deferral = new Deferral(ports.notices(), ports.telemetry());
    }

    public void sync(Notice notice) {
        switch (notice.kind()) {
            case XERO_INVOICE -> changed(notice);
            case SURPLUS -> deferral.each(notice, id -> surplus.look(Suspicion.parse(id), notice.trigger()));
            case DEAL, LINE_ITEM, CUSTOMER, LINK ->
                throw new IllegalArgumentException("deals in the queue for invoices of Xero");
        }
    }

    /// A notice names invoices. Those that are not ours are done without a call: nothing points from them to a
    /// deal. Nor are those read that somebody is writing about right now. Where a second invoice is known, both
    /// are looked at.
    private void changed(Notice notice) {
        var records =
                notice.ids().stream().map(id -> new XeroInvoiceId(id).ref()).toList();
        var now = ports.clock().instant();
        var outcomes = new LinkedHashMap<String, Outcome>();
        var linked = new LinkedHashMap<XeroInvoiceId, Link>();
        for (var link : ports.links().atAll(records)) {
            if (!(link.identity() instanceof Identity.Linked) || isPutOff(link, now)) continue;
            StatusSync.busy(link, now)
                    .ifPresentOrElse(
                            outcome -> outcomes.put(invoiceOf(link).value(), outcome),
                            () -> linked.put(invoiceOf(link), link));
        }
        var alone = new LinkedHashMap<>(linked);
        alone.values().removeIf(SurplusCheck::isOpen);
        if (!alone.isEmpty()) {
            var agreed = byInvoice(alone, agree(alone, notice.trigger()));
            agreed.replaceAll((invoice, outcome) -> stored(alone, invoice, outcome, notice));
            outcomes.putAll(agreed);
        }
        linked.forEach((invoice, link) -> {
            if (SurplusCheck.isOpen(link)) outcomes.put(invoice.value(), surplus.look(link, notice.trigger()));
        });
        deferral.again(notice, outcomes);
    }

    private static boolean waitsForItsVendor(Link link) {
        return link.work().cause().filter(Cause.VENDOR::equals).isPresent();
    }

    /// It is looked at when its time has come, after whatever a notice tells of now.
    private static boolean isPutOff(Link link, Instant now) {
        return waitsForItsVendor(link)
                && link.work().dueAt().filter(now::isBefore).isPresent();
    }

    /// What waits for long does so on its own row: so that however many notices come, there is one next time. A
    /// row that is open for another reason keeps that. It is left to the due-runner, without a message of its own.
    private Outcome stored(Map<XeroInvoiceId, Link> looked, String invoice, Outcome outcome, Notice notice) {
        var link = Optional.ofNullable(looked.get(new XeroInvoiceId(invoice)));
        if (!(outcome instanceof Outcome.Later later) || link.isEmpty()) return outcome;
        var fresh = link.get().work() instanceof Work.Idle;
        // Whose time has come is due until it is stored anew.
        if (!waitsForItsVendor(link.get()) && !(fresh && Deferral.isLong(later, notice))) return outcome;
        var delay = later.delay().compareTo(Notices.DELAY_MAX) > 0 ? later.delay() : Notices.DELAY_MAX;
        var parked = new Work.Parked(
                Cause.VENDOR, later.why(), ports.clock().instant().plus(delay), new Work.Idle(), 0);
        ports.telemetry().note(link.get().key().value(), "put off, " + later.why());
        return ports.links().save(link.get().with(parked), link.get().identity().records(), List.of())
                        instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    private Map<String, Outcome> agree(Map<XeroInvoiceId, Link> linked, String trigger) {
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) ->
                all(linked, Outcome.after(failure, "reading reference data"));
            case Reply.Ok<Organisation>(var organisation, var _) ->
                switch (ports.xero().readInvoices(List.copyOf(linked.keySet()), Lane.CHANGE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) ->
                        all(linked, Outcome.after(failure, "reading invoices"));
                    case Reply.Ok<List<XeroInvoice>>(var invoices, var _) -> {
                        var candidates = new ArrayList<StatusSync.Candidate>();
                        for (var invoice : invoices) {
                            Optional.ofNullable(linked.get(invoice.id()))
                                    .ifPresent(link -> candidates.add(
                                            new StatusSync.Candidate(link, invoice, true, Optional.empty())));
                        }
                        var outcomes = new LinkedHashMap<String, Outcome>();
                        status.agree(candidates, organisation, trigger)
                                .forEach((key, outcome) -> outcomes.put(key.value(), outcome));
                        yield outcomes;
                    }
                };
        };
    }

    private static Map<String, Outcome> all(Map<XeroInvoiceId, Link> linked, Outcome outcome) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        linked.values().forEach(link -> outcomes.put(link.key().value(), outcome));
        return outcomes;
    }

    private static Map<String, Outcome> byInvoice(Map<XeroInvoiceId, Link> linked, Map<String, Outcome> byLink) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        linked.forEach((invoice, link) ->
                outcomes.put(invoice.value(), byLink.getOrDefault(link.key().value(), Outcome.DONE)));
        return outcomes;
    }

    private static XeroInvoiceId invoiceOf(Link link) {
        return new XeroInvoiceId(
                link.identity().record("xero", "invoice").orElseThrow().id());
    }
}
