package dev.quotetocash.engine;

import dev.quotetocash.engine.InvoiceCreation.Created;
import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealDecision;
import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.InvoiceMapping;
import dev.quotetocash.mapping.LineItem;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Turns won deals into invoices. Every notice only says where to look; what to do follows from what is stored and
/// from a fresh read of the deal.
public final class InvoiceEngine {

    private static final int LINES_MAX = 500;
    private static final int WAITING_MAX = 1000;

    private final Ports ports;
    private final EngineSettings settings;
    private final InvoiceSettings invoices;
    private final ReferenceData reference;
    private final CustomerEngine customers;
    private final InvoiceCreation creation;
    private final DealMessages messages;
    private final Deferral deferral;

    public InvoiceEngine(Ports ports, EngineSettings settings, InvoiceSettings invoices) {
        this.ports = ports;
        this.settings = settings;
        this.invoices = invoices;
        this.reference = new ReferenceData(ports, settings.referenceLife());
        this.customers = new CustomerEngine(ports, settings, invoices);
        this.creation = new InvoiceCreation(ports, settings, invoices, new StatusSync(ports, settings));
        this.messages = new DealMessages(ports, settings);
        this.deferral = new Deferral(ports.notices(), ports.telemetry());
    }

    public void sync(Notice notice) {
        switch (notice.kind()) {
            case DEAL -> deferral.each(notice, id -> deal(new HubSpotDealId(id), notice.trigger()));
            case LINK -> deferral.each(notice, id -> due(new LinkKey(id), notice.trigger()));
            case LINE_ITEM -> lineItems(notice);
            case CUSTOMER -> wakeWaitingFor(notice);
            case XERO_INVOICE -> throw new IllegalArgumentException("invoices of Xero in the queue for deals");
        }
    }

    private Outcome deal(HubSpotDealId id, String trigger) {
        var slot = Slot.first(id);
        return look(slot, ports.links().get(slot.key()), trigger);
    }

    private Outcome due(LinkKey key, String trigger) {
        if (key.isCustomer()) return customers.due(key);
        return look(key.slot().orElseThrow(), ports.links().get(key), trigger);
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
        for (var id : notice.ids()) {
            var cause = Cause.customer(RecordRef.parse("hubspot#" + id));
            ports.links().waitingFor(cause, WAITING_MAX).forEach(key -> keys.add(key.value()));
        }
        enqueue(Notice.Kind.LINK, keys, notice.trigger());
    }

    private void enqueue(Notice.Kind kind, List<String> ids, String trigger) {
        var notices = new ArrayList<Notice>();
        for (var from = 0; from < ids.size(); from += Notice.IDS_MAX) {
            var chunk = ids.subList(from, Math.min(from + Notice.IDS_MAX, ids.size()));
            notices.add(new Notice(kind, chunk, trigger, ports.clock().instant(), 0));
        }
        if (!notices.isEmpty()) ports.notices().enqueue(notices, Duration.ZERO);
    }

    private Outcome look(Slot slot, Optional<Link> link, String trigger) {
        return switch (link.map(Link::identity).orElseGet(() -> new Identity.Unlinked(List.of()))) {
            case Identity.Linked _ -> invoiced(slot, link.orElseThrow(), trigger);
            case Identity.Suspended _, Identity.AliasOf _ -> Outcome.DONE;
            case Identity.Unlinked _
            when link.isPresent() && outcomeOpen(link.get().work()) -> resume(slot, link.get(), trigger);
            case Identity.Unlinked _ -> consider(slot, link, trigger);
        };
    }

    /// An invoice may exist that we do not know: nothing else is decided before that is.
    private static boolean outcomeOpen(Work work) {
        return switch (work) {
            case Work.Intended _ -> true;
            case Work.Parked(var _, var _, var _, Work.Intended was) -> was.phase() instanceof Work.Phase.Unknown;
            case Work.Parked _, Work.Idle _, Work.Settling _, Work.Acting _ -> false;
        };
    }

    private Outcome resume(Slot slot, Link link, String trigger) {
        return switch (reference.books()) {
            case Reply.Failed<Books>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Books>(var books, var _) ->
                conclude(slot, creation.resume(link, books, trigger), Optional.empty(), trigger);
        };
    }

    /// The invoice exists. Only two things are left to a notice of the deal: an interrupted write, and a flag that
    /// the deal's amount may have cleared. The echo of our own write ends here without a call.
    private Outcome invoiced(Slot slot, Link link, String trigger) {
        var now = ports.clock().instant();
        return switch (link.work()) {
            case Work.Acting(var _, var _, Instant deadline)
            when now.isBefore(deadline) -> Outcome.later(Duration.between(now, deadline));
            case Work.Idle _ when Attention.sentence(link.baseline()).isEmpty() -> Outcome.DONE;
            case Work.Idle _ -> reviewAmount(slot, link, trigger);
            case Work _ -> repair(link, trigger);
        };
    }

    private Outcome reviewAmount(Slot slot, Link link, String trigger) {
        return switch (ports.hubspot().readDeal(slot.deal(), Lane.CHANGE)) {
            case Reply.Failed<Sighting<Deal>>(var failure) -> Outcome.after(failure, "reading a deal");
            case Reply.Ok<Sighting<Deal>>(var sighting, var _) -> {
                var attention = InvoiceBaseline.totalDiffers(link.baseline())
                        .or(() -> sighting.present()
                                .flatMap(deal -> InvoiceBaseline.amountDiffers(link.baseline(), deal.amount())));
                if (attention.equals(Attention.sentence(link.baseline()))) yield Outcome.DONE;
                var next = link.with(Attention.put(link.baseline(), attention));
                yield switch (ports.links().save(next, link.identity().records(), List.of())) {
                    case Links.Saved.Stale() -> Outcome.later(Duration.ofSeconds(1));
                    case Links.Saved.Stored(Link stored) -> repair(stored, trigger);
                };
            }
        };
    }

    /// Observes the invoice and plans again, with what was being written in mind.
    private Outcome repair(Link link, String trigger) {
        var id = new XeroInvoiceId(
                link.identity().record("xero", "invoice").orElseThrow().id());
        return switch (reference.books()) {
            case Reply.Failed<Books>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Books>(var books, var _) ->
                switch (ports.xero().readInvoices(List.of(id), Lane.CHANGE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) -> Outcome.after(failure, "reading an invoice");
                    case Reply.Ok<List<XeroInvoice>>(var invoices, var _) ->
                        invoices.stream()
                                .findFirst()
                                .map(invoice -> creation.finish(link, invoice, true, books, Optional.empty(), trigger))
                                .orElse(Outcome.DONE);
                };
        };
    }

    private Outcome consider(Slot slot, Optional<Link> link, String trigger) {
        return switch (reference.portal()) {
            case Reply.Failed<Portal>(var failure) -> Outcome.after(failure, "reading the portal");
            case Reply.Ok<Portal>(var portal, var _) ->
                switch (ports.hubspot().readDeal(slot.deal(), Lane.INVOICE)) {
                    case Reply.Failed<Sighting<Deal>>(var failure) -> Outcome.after(failure, "reading a deal");
                    case Reply.Ok<Sighting<Deal>>(var sighting, var _) ->
                        sighting.present()
                                .map(deal -> decide(slot, link, deal, portal, trigger))
                                .orElseGet(() -> gone(link));
                };
        };
    }

    /// Archived, deleted or merged away before it was invoiced: what was open on it is dropped.
    private Outcome gone(Optional<Link> link) {
        return link.filter(open -> !(open.work() instanceof Work.Idle))
                .map(this::withdraw)
                .orElse(Outcome.DONE);
    }

    private Outcome withdraw(Link link) {
        return ports.links().save(link.with(new Work.Idle()), link.identity().records(), List.of())
                        instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.later(Duration.ofSeconds(1));
    }

    private Outcome decide(Slot slot, Optional<Link> link, Deal deal, Portal portal, String trigger) {
        var decision = DealDecision.of(
                deal,
                slot,
                link.map(Link::work).orElseGet(Work.Idle::new),
                portal,
                invoices.mapping(),
                ports.marks().activatedAt(),
                ports.marks().installation(),
                ports.clock().instant(),
                invoices.settling());
        return switch (decision) {
            case DealDecision.Ignore() -> Outcome.DONE;
            case DealDecision.Wait _ -> Outcome.DONE;
            case DealDecision.Settle(Instant until, String hash) -> settle(slot, link, until, hash, trigger);
            case DealDecision.Withdraw() -> messages.clear(deal, withdraw(link.orElseThrow()));
            case DealDecision.Pause(String reason) ->
                messages.park(row(slot, link), deal.own(), Cause.ACTIVATION, SyncMessage.paused(reason), trigger);
            case DealDecision.Adopt(XeroInvoiceId named) -> adopt(slot, link, deal, portal, named, trigger);
            case DealDecision.Invoice() -> invoice(slot, link, deal, portal, trigger);
        };
    }

    private Outcome settle(Slot slot, Optional<Link> link, Instant until, String hash, String trigger) {
        var row = row(slot, link);
        var next = row.with(new Work.Settling(until, hash));
        var saved = row.version() == 0
                ? ports.links().create(next)
                : ports.links().save(next, row.identity().records(), List.of());
        if (saved instanceof Links.Saved.Stale) return Outcome.later(Duration.ofSeconds(1));
        var now = ports.clock().instant();
        var delay = Duration.between(now, until);
        if (delay.compareTo(Notices.DELAY_MAX) <= 0) {
            ports.notices()
                    .enqueue(
                            List.of(new Notice(
                                    Notice.Kind.LINK, List.of(slot.key().value()), trigger, now, 0)),
                            delay);
        }
        return Outcome.DONE;
    }

    /// The deal names an invoice, but our own row is gone: a table was restored, say. The invoice's own mark
    /// decides.
    private Outcome adopt(
            Slot slot, Optional<Link> link, Deal deal, Portal portal, XeroInvoiceId named, String trigger) {
        return switch (reference.books()) {
            case Reply.Failed<Books>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Books>(var books, var _) ->
                switch (ports.xero().readInvoices(List.of(named), Lane.INVOICE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) -> Outcome.after(failure, "reading an invoice");
                    case Reply.Ok<List<XeroInvoice>>(var found, var _) -> {
                        var marker = Optional.of(slot.marker(settings.pair().portal()));
                        var ours = found.stream()
                                .filter(invoice -> invoice.marker().equals(marker))
                                .findFirst();
                        yield ours.map(invoice -> conclude(
                                        slot,
                                        creation.adopt(
                                                row(slot, link), invoice, books, Optional.of(deal.own()), trigger),
                                        Optional.of(deal.own()),
                                        trigger))
                                .orElseGet(() -> messages.park(
                                        row(slot, link),
                                        deal.own(),
                                        Cause.PERSON,
                                        SyncMessage.needsAttention(
                                                "The deal names an invoice that Xero does not know as this deal's; ask the"
                                                        + " operator."),
                                        trigger));
                    }
                };
        };
    }

    private Outcome invoice(Slot slot, Optional<Link> link, Deal deal, Portal portal, String trigger) {
        return switch (reference.books()) {
            case Reply.Failed<Books>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Books> books -> invoice(slot, link, deal, portal, books, trigger);
        };
    }

    private Outcome invoice(
            Slot slot, Optional<Link> link, Deal deal, Portal portal, Reply.Ok<Books> books, String trigger) {
        if (deal.lineItems().size() > LINES_MAX) {
            return block(
                    slot, link, deal, new Unmappable(Cause.MAPPING, "The deal has more than 500 line items."), trigger);
        }
        return switch (customers.contactOf(deal, books)) {
            case CustomerEngine.Resolved.NotYet(Outcome outcome) -> outcome;
            case CustomerEngine.Resolved.Blocked(Unmappable why) -> block(slot, link, deal, why, trigger);
            case CustomerEngine.Resolved.Known(XeroContactId contact) ->
                switch (ports.hubspot().readLineItems(deal.lineItems(), Lane.INVOICE)) {
                    case Reply.Failed<List<LineItem>>(var failure) -> Outcome.after(failure, "reading line items");
                    // An item that the deal names and nobody finds: one of the two reads lags behind.
                    case Reply.Ok<List<LineItem>>(var lines, var _)
                    when lines.size() != deal.lineItems().size() -> Outcome.later();
                    case Reply.Ok<List<LineItem>>(var lines, var _) ->
                        map(slot, link, deal, lines, contact, portal, books, trigger);
                };
        };
    }

    private Outcome map(
            Slot slot,
            Optional<Link> link,
            Deal deal,
            List<LineItem> lines,
            XeroContactId contact,
            Portal portal,
            Reply.Ok<Books> books,
            String trigger) {
        var today = LocalDate.ofInstant(ports.clock().instant(), books.value().zone());
        var mapping = InvoiceMapping.of(
                deal,
                lines,
                contact,
                settings.evidence(slot),
                today,
                invoices.mapping(),
                books.value(),
                portal.companyCurrency());
        return switch (mapping) {
            case InvoiceMapping.Blocked(Unmappable why) -> {
                // The organisation may have changed since we last asked.
                reference.forget();
                yield block(slot, link, deal, why, trigger);
            }
            case InvoiceMapping.Mapped mapped ->
                conclude(
                        slot,
                        creation.start(slot, link, mapped, lines, deal.amount(), books, deal.own(), trigger),
                        Optional.of(deal.own()),
                        trigger);
        };
    }

    private Outcome conclude(Slot slot, Created created, Optional<Fields> own, String trigger) {
        return switch (created) {
            case Created.Ended(Outcome outcome) -> outcome;
            case Created.Blocked(Link link, String reason) -> {
                reference.forget();
                yield own.map(fields ->
                                messages.park(link, fields, Cause.PERSON, SyncMessage.needsAttention(reason), trigger))
                        .orElseGet(() -> messages.parkUnread(
                                slot, link, Cause.PERSON, SyncMessage.needsAttention(reason), trigger));
            }
        };
    }

    private Outcome block(Slot slot, Optional<Link> link, Deal deal, Unmappable why, String trigger) {
        return messages.park(
                row(slot, link), deal.own(), why.cause(), SyncMessage.needsAttention(why.reason()), trigger);
    }

    private static Link row(Slot slot, Optional<Link> link) {
        return link.orElseGet(() -> Link.unsaved(slot.key(), new Identity.Unlinked(List.of()), new Work.Idle()));
    }
}
