package dev.quotetocash.engine;

import dev.quotetocash.engine.InvoiceCreation.Created;
import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealDecision;
import dev.quotetocash.mapping.InvoiceMapping;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.Portal;
import dev.quotetocash.mapping.SyncMessage;
import dev.quotetocash.mapping.Unmappable;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Sighting;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns won deals into invoices. Every notice only says where to look; what to do follows from what is stored
/// and from a fresh read of the deal.
public final class InvoiceEngine {

    private static final int LINES_MAX = 200;
    private static final int WAITING_MAX = 1000;

    private final Ports ports;
    private final OpenWork links;
    private final EngineSettings settings;
    private final InvoiceSettings invoices;
    private final ReferenceData reference;
    private final CustomerEngine customers;
    private final InvoiceCreation creation;
    private final InvoicedDeals invoiced;
    private final DealMessages messages;
    private final Deferral deferral;

    public InvoiceEngine(Ports ports, EngineSettings settings, InvoiceSettings invoices) {
        this.ports = ports;
        this.links = new OpenWork(ports.links(), ports.notices(), ports.clock());
        this.settings = settings;
        this.invoices = invoices;
        this.reference = new ReferenceData(ports, settings, Lane.INVOICE);
        this.customers = new CustomerEngine(ports, links, settings, invoices);
        var approval =
                new InvoiceApproval(ports, invoices.mapping().createAs(), new StatusSync(ports, links, settings));
        this.creation = new InvoiceCreation(ports, links, settings, invoices, approval);
        this.invoiced = new InvoicedDeals(ports, links, reference, approval);
        this.messages = new DealMessages(ports, links, settings);
        this.deferral = new Deferral(ports.notices(), ports.telemetry());
    }

    public void sync(Notice notice) {
        var invocation = begin();
        try {
            invocation.sync(notice);
        } catch (RuntimeException bug) {
            invocation.end();
            throw bug;
        }
        invocation.end();
    }

    /// One invocation of a worker.
    public Invocation begin() {
        return new Invocation(new InvoiceTurn(ports.xero(), ports.clock(), this::send));
    }

    /// Notices are looked at one after the other. Invoices that are ready to be sent are gathered, and sent
    /// together at the end at the latest. What was gathered is stored with a time of its own, so a notice whose
    /// invoice is not sent yet is done.
    public final class Invocation {

        private final InvoiceTurn turn;
        private final Set<LinkKey> done = new HashSet<>();

        private Invocation(InvoiceTurn turn) {
            this.turn = turn;
        }

        public void sync(Notice notice) {
            switch (notice.kind()) {
                case DEAL ->
                    deferral.each(
                            notice, id -> once(Slot.first(new HubSpotDealId(id)).key(), notice.trigger()));
                case LINK -> deferral.each(notice, id -> once(new LinkKey(id), notice.trigger()));
                case LINE_ITEM -> lineItems(notice);
                case CUSTOMER -> wakeWaitingFor(notice);
                case XERO_INVOICE, SURPLUS ->
                    throw new IllegalArgumentException("invoices of Xero in the queue for deals");
            }
        }

        /// Several notices of a batch may tell of one deal. All had come before the first of them was looked at,
        /// so what was read then is as new as the last of them.
        private Outcome once(LinkKey key, String trigger) {
            if (done.contains(key)) return Outcome.DONE;
            var outcome = look(key, trigger, turn);
            if (outcome.equals(Outcome.DONE)) done.add(key);
            return outcome;
        }

        public void end() {
            turn.send();
        }
    }

    /// A line item's notice is its deal's.
    private void lineItems(Notice notice) {
        var ids = notice.ids().stream().map(HubSpotLineItemId::new).toList();
        switch (ports.hubspot().dealsOf(ids, Lane.INVOICE)) {
            case Reply.Failed<List<HubSpotDealId>>(var failure) -> {
                var outcomes = new LinkedHashMap<String, Outcome>();
                notice.ids().forEach(id -> outcomes.put(id, Outcome.after(failure, "reading the deals of line items")));
                deferral.again(notice, outcomes);
            }
            // A deleted line item leads to no deal any more, and its deletion is how a rep mends a bad line.
            case Reply.Ok<List<HubSpotDealId>>(var deals, var _)
            when deals.isEmpty() -> enqueue(Notice.Kind.LINK, waitingFor(Cause.MAPPING), notice.trigger());
            case Reply.Ok<List<HubSpotDealId>>(var deals, var _) ->
                enqueue(
                        Notice.Kind.DEAL,
                        deals.stream().map(HubSpotDealId::value).toList(),
                        notice.trigger());
        }
    }

    /// What waits for a customer goes on: without a call here.
    private void wakeWaitingFor(Notice notice) {
        var keys = new ArrayList<String>();
        for (var id : notice.ids()) keys.addAll(waitingFor(Cause.customer(RecordRef.parse("hubspot#" + id))));
        enqueue(Notice.Kind.LINK, keys, notice.trigger());
    }

    private List<String> waitingFor(Cause cause) {
        return links.waitingFor(cause, WAITING_MAX).stream()
                .filter(key -> !key.isCustomer())
                .map(LinkKey::value)
                .toList();
    }

    private void enqueue(Notice.Kind kind, List<String> ids, String trigger) {
        if (ids.isEmpty()) return;
        ports.notices().enqueue(Notice.chunks(kind, ids, trigger, ports.clock().instant()), Duration.ZERO);
    }

    /// What cannot go on now is put off on its own row, where it has one: so that however many notices come,
    /// there is one next time. Only a deal without a row comes again as a message, and one that was overtaken on a
    /// row that is due.
    private Outcome look(LinkKey key, String trigger, InvoiceTurn turn) {
        turn.sendWhatIsLate();
        var link = links.get(key);
        return putOff(key, key.isCustomer() ? customers.due(key) : look(key, link, trigger, turn));
    }

    private Outcome putOff(LinkKey key, Outcome outcome) {
        if (!(outcome instanceof Outcome.Later(Duration delay, String why))) return outcome;
        var open = links.get(key).filter(stored -> !(stored.work() instanceof Work.Idle));
        if (open.isEmpty()) return outcome;
        // A row that has just been written is left alone: putting it off would overtake the other worker in turn.
        if (outcome.equals(Outcome.OVERTAKEN)) return isAhead(open.get()) ? Outcome.DONE : outcome;
        ports.telemetry().note(key.value(), "put off, " + why);
        links.putOff(key, delay);
        return Outcome.DONE;
    }

    private boolean isAhead(Link link) {
        return link.work().dueAt().filter(ports.clock().instant()::isBefore).isPresent();
    }

    private Outcome look(LinkKey key, Optional<Link> stored, String trigger, InvoiceTurn turn) {
        var slot = key.slot().orElseThrow();
        var link = stored.orElseGet(() -> Link.unsaved(key, new Identity.Unlinked(List.of()), new Work.Idle()));
        return switch (link.identity()) {
            case Identity.Linked _ -> invoiced.look(slot, link, trigger);
            case Identity.Suspended _ -> invoiced.lookAfterSuspension(slot, link, trigger);
            case Identity.AliasOf _ -> Outcome.DONE;
            case Identity.Unlinked _ ->
                isOutcomeOpen(link.work()) ? resume(link, trigger, turn) : consider(slot, link, trigger, turn);
        };
    }

    /// An invoice may exist that we do not know: nothing else is decided before that is.
    private boolean isOutcomeOpen(Work work) {
        return switch (work) {
            case Work.Intended intent -> isUnclear(intent);
            case Work.Parked(var _, var _, var _, Work.Intended was, var _) -> isUnclear(was);
            case Work.Parked _, Work.Idle _, Work.Settling _, Work.Acting _ -> false;
        };
    }

    private boolean isUnclear(Work.Intended intent) {
        return switch (intent.phase()) {
            case Work.Phase.Sending _ -> true;
            case Work.Phase.Unknown _ -> !creation.vanished(intent);
            case Work.Phase.NotExecuted _, Work.Phase.Refused _ -> false;
        };
    }

    private Outcome resume(Link link, String trigger, InvoiceTurn turn) {
        // The protocol names the time of each look-up; a notice in between changes nothing.
        if (isAhead(link)) return Outcome.DONE;
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Organisation>(var organisation, var _) ->
                conclude(creation.resume(link, organisation, turn.own(), trigger), Optional.empty(), trigger);
        };
    }

    private Outcome consider(Slot slot, Link link, String trigger, InvoiceTurn turn) {
        return switch (reference.portal()) {
            case Reply.Failed<Portal>(var failure) -> Outcome.after(failure, "reading the portal");
            case Reply.Ok<Portal>(var portal, var _) ->
                switch (ports.hubspot().readDeal(slot.deal(), Lane.INVOICE)) {
                    case Reply.Failed<Sighting<Deal>>(var failure) -> Outcome.after(failure, "reading a deal");
                    case Reply.Ok<Sighting<Deal>>(var sighting, var _) ->
                        sighting.present()
                                .map(deal -> decide(slot, link, deal, portal, trigger, turn))
                                // Archived, deleted or merged away before it was invoiced.
                                .orElseGet(() -> withdraw(link));
                };
        };
    }

    private Outcome withdraw(Link link) {
        return link.work() instanceof Work.Idle ? Outcome.DONE : stored(link.with(new Work.Idle()), link);
    }

    private Outcome decide(Slot slot, Link link, Deal deal, Portal portal, String trigger, InvoiceTurn turn) {
        var decision = DealDecision.of(
                deal,
                slot,
                link.work(),
                portal,
                invoices.mapping(),
                ports.marks().activatedAt(),
                ports.marks().installation(),
                ports.clock().instant(),
                invoices.settling());
        return switch (decision) {
            case DealDecision.Ignore(), DealDecision.Wait _ -> Outcome.DONE;
            case DealDecision.Settle(Instant until, String hash) -> settle(link, deal, until, hash, trigger);
            case DealDecision.Withdraw() -> messages.withdraw(link, deal, trigger);
            case DealDecision.Pause(String reason) ->
                messages.park(link, Optional.of(deal.own()), Cause.ACTIVATION, SyncMessage.paused(reason), trigger);
            case DealDecision.LeaveAlone(boolean won) -> won ? leaveAlone(link) : withdraw(link);
            case DealDecision.Adopt(XeroInvoiceId named) -> adopt(slot, link, deal, named, trigger);
            case DealDecision.Invoice() -> invoice(link, deal, portal, trigger, turn);
        };
    }

    /// The other installation sees to the deal, and tells the rep. Here it is kept in mind, in case the account
    /// comes back.
    private Outcome leaveAlone(Link link) {
        var why = "another installation of the bridge owns this HubSpot account";
        return stored(
                link.with(Work.Parked.after(
                        link.work(),
                        Cause.ACTIVATION,
                        why,
                        settings.recheck(),
                        ports.clock().instant())),
                link);
    }

    private Outcome settle(Link link, Deal deal, Instant until, String hash, String trigger) {
        return hasBilledPart(deal)
                ? block(link, deal, billedPart(), trigger)
                : stored(link.with(new Work.Settling(until, hash)), link);
    }

    /// A deal that took in another one, which has an invoice already or is getting one, is not billed a second
    /// time by itself. What a restored table says of the other one is not believed: the look-up asks for this
    /// deal's mark only, not for the other's.
    private boolean hasBilledPart(Deal deal) {
        var parts = deal.mergedFrom().stream()
                .filter(other -> !other.equals(deal.id()))
                .toList();
        if (!parts.isEmpty() && creation.wonBeforeARestore(deal)) return true;
        return parts.stream()
                .flatMap(other -> links.get(Slot.first(other).key()).stream())
                .anyMatch(other -> !(other.identity() instanceof Identity.Unlinked)
                        || !(other.work() instanceof Work.Idle || other.work() instanceof Work.Settling));
    }

    private static Unmappable billedPart() {
        return new Unmappable(
                Cause.PERSON,
                "A deal that was merged into this one has an invoice already, or may have one; ask finance what is left to bill.");
    }

    /// The deal names an invoice, but our own row is gone: a table was restored, say. The invoice's own mark
    /// decides.
    private Outcome adopt(Slot slot, Link link, Deal deal, XeroInvoiceId named, String trigger) {
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Organisation>(var organisation, var _) ->
                switch (ports.xero().readInvoices(List.of(named), Lane.INVOICE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) -> Outcome.after(failure, "reading an invoice");
                    case Reply.Ok<List<XeroInvoice>>(var found, var _) ->
                        Evidence.of(slot, settings.pair().portal(), found).stream()
                                .findFirst()
                                .map(invoice -> conclude(
                                        creation.adopt(link, invoice, organisation, deal.own(), trigger),
                                        Optional.of(deal.own()),
                                        trigger))
                                .orElseGet(() -> block(link, deal, unknownInvoice(), trigger));
                };
        };
    }

    private static Unmappable unknownInvoice() {
        return new Unmappable(
                Cause.PERSON, "The deal names an invoice that Xero does not know as this deal's; ask the operator.");
    }

    private Outcome invoice(Link link, Deal deal, Portal portal, String trigger, InvoiceTurn turn) {
        // Again: a part's own worker may have read it before the merge.
        if (hasBilledPart(deal)) return block(link, deal, billedPart(), trigger);
        if (deal.lineItems().size() > LINES_MAX) {
            var why = "The deal has more than " + LINES_MAX + " line items; split it.";
            return block(link, deal, new Unmappable(Cause.MAPPING, why), trigger);
        }
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Organisation> organisation ->
                switch (reference.books()) {
                    case Reply.Failed<Books>(var failure) -> Outcome.after(failure, "reading reference data");
                    case Reply.Ok<Books>(var books, var _) ->
                        switch (ports.hubspot().readLineItems(deal.lineItems(), Lane.INVOICE)) {
                            case Reply.Failed<List<LineItem>>(var failure) ->
                                Outcome.after(failure, "reading line items");
                            case Reply.Ok<List<LineItem>>(var lines, var _)
                            when lines.size() != deal.lineItems().size() ->
                                Outcome.later(Outcome.RETRY, "a line item that the deal names is not found yet");
                            case Reply.Ok<List<LineItem>>(var lines, var _) -> {
                                var today = LocalDate.ofInstant(
                                        ports.clock().instant(),
                                        organisation.value().zone());
                                var mapping = map(link, deal, lines, portal, books, today);
                                yield bill(link, deal, lines, mapping, organisation, trigger, turn);
                            }
                        };
                };
        };
    }

    private InvoiceMapping map(
            Link link, Deal deal, List<LineItem> lines, Portal portal, Books books, LocalDate today) {
        var evidence = settings.evidence(link.key().slot().orElseThrow());
        return InvoiceMapping.of(deal, lines, evidence, today, invoices.mapping(), books, portal.companyCurrency());
    }

    /// The customer comes last: nobody becomes a contact in the ledger for a deal that cannot be invoiced.
    private Outcome bill(
            Link link,
            Deal deal,
            List<LineItem> lines,
            InvoiceMapping mapping,
            Reply.Ok<Organisation> organisation,
            String trigger,
            InvoiceTurn turn) {
        return switch (mapping) {
            case InvoiceMapping.Blocked(Unmappable why) -> {
                // Finance may mend it in Xero, and nothing tells us: ask again before the next try.
                if (!why.cause().equals(Cause.MAPPING)) reference.forget();
                yield block(link, deal, why, trigger);
            }
            case InvoiceMapping.Mapped mapped ->
                switch (customers.contactOf(deal, organisation.at())) {
                    case CustomerEngine.Resolved.NotYet(Outcome outcome) -> outcome;
                    case CustomerEngine.Resolved.Waiting(Instant until) ->
                        Outcome.later(
                                Duration.between(ports.clock().instant(), until), "its customer is being created");
                    case CustomerEngine.Resolved.Blocked(Unmappable why) -> block(link, deal, why, trigger);
                    case CustomerEngine.Resolved.Known(XeroContactId contact) ->
                        gather(
                                creation.prepare(link, deal, mapped, lines, contact, organisation, trigger),
                                deal,
                                trigger,
                                turn);
                };
        };
    }

    private Outcome gather(InvoiceCreation.Prepared prepared, Deal deal, String trigger, InvoiceTurn turn) {
        return switch (prepared) {
            case InvoiceCreation.Prepared.Not(Created created) -> conclude(created, Optional.of(deal.own()), trigger);
            case InvoiceCreation.Prepared.ToSend(InvoiceCreation.Ready ready) -> {
                turn.add(ready);
                yield Outcome.DONE;
            }
        };
    }

    /// One that throws does not keep the others from being settled; the first exception is thrown at the end.
    private void send(List<InvoiceCreation.Ready> ready, OwnInvoices own) {
        var results = creation.send(ready, own);
        var failures = new ArrayList<RuntimeException>();
        for (var at = 0; at < ready.size(); at++) {
            try {
                var one = ready.get(at);
                var created = creation.conclude(one, results.get(at));
                // The notice is done: what was overtaken here stands on its row, and the due-runner finds it.
                putOff(one.key(), conclude(created, Optional.of(one.own()), one.trigger()));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    private Outcome conclude(Created created, Optional<Fields> own, String trigger) {
        return switch (created) {
            case Created.Ended(Outcome outcome) -> outcome;
            case Created.Blocked(Link link, String reason) -> {
                reference.forget();
                yield messages.park(link, own, Cause.PERSON, SyncMessage.needsAttention(reason), trigger);
            }
        };
    }

    private Outcome block(Link link, Deal deal, Unmappable why, String trigger) {
        return messages.park(
                link, Optional.of(deal.own()), why.cause(), SyncMessage.needsAttention(why.reason()), trigger);
    }

    private Outcome stored(Link next, Link read) {
        var saved = read.version() == 0
                ? links.create(next, List.of())
                : links.save(next, read.identity().records(), List.of());
        return saved instanceof Links.Saved.Stored ? Outcome.DONE : Outcome.OVERTAKEN;
    }
}
