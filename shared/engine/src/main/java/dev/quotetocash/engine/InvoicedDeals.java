package dev.quotetocash.engine;

import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Sighting;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deals that have their invoice: what a notice of such a deal still means.
final class InvoicedDeals {

    private final Ports ports;
    private final OpenWork links;
    private final ReferenceData reference;
    private final InvoiceApproval approval;

    InvoicedDeals(Ports ports, OpenWork links, ReferenceData reference, InvoiceApproval approval) {
        this.ports = ports;
        this.links = links;
        this.reference = reference;
        this.approval = approval;
    }

    /// The invoice exists. Only two things are left to a notice of the deal: an interrupted write, and a flag
    /// that the deal's amount may have cleared. The echo of our own write ends here without a call.
    Outcome look(Slot slot, Link link, String trigger) {
        var now = ports.clock().instant();
        return switch (link.work()) {
            case Work.Acting(var _, var _, Instant deadline)
            when now.isBefore(deadline) -> Outcome.later(Duration.between(now, deadline), "the deal is being written");
            case Work.Idle _ when Attention.aboutAmount(link.baseline()).isEmpty() -> Outcome.DONE;
            case Work.Idle _ -> reviewAmount(slot, link, trigger);
            // The due-runner brings those together to whoever reads many at a time.
            case Work.Parked parked when parked.waitsFor().equals(Cause.VENDOR) -> Outcome.DONE;
            case Work _ -> repair(link, trigger);
        };
    }

    private Outcome reviewAmount(Slot slot, Link link, String trigger) {
        return switch (ports.hubspot().readDeal(slot.deal(), Lane.CHANGE)) {
            case Reply.Failed<Sighting<Deal>>(var failure) -> Outcome.after(failure, "reading a deal");
            case Reply.Ok<Sighting<Deal>>(var sighting, var _) -> {
                if (sighting.present().isEmpty()) yield Outcome.DONE;
                var sentence = InvoiceBaseline.amountDiffers(
                        link.baseline(), sighting.present().get().amount());
                if (sentence.equals(Attention.aboutAmount(link.baseline()))) yield Outcome.DONE;
                var next = link.with(Attention.withAmount(link.baseline(), sentence))
                        .with(new Work.Acting(
                                Fields.NONE, Fields.NONE, ports.clock().instant()));
                yield switch (links.save(next, link.identity().records(), List.of())) {
                    case Links.Saved.Stale() -> Outcome.OVERTAKEN;
                    case Links.Saved.Stored(Link stored) -> repair(stored, trigger);
                };
            }
        };
    }

    /// Observes the invoice and plans again, with what was being written in mind.
    private Outcome repair(Link link, String trigger) {
        var id = new XeroInvoiceId(
                link.identity().record("xero", "invoice").orElseThrow().id());
        return switch (reference.organisation()) {
            case Reply.Failed<Organisation>(var failure) -> Outcome.after(failure, "reading reference data");
            case Reply.Ok<Organisation>(var organisation, var _) ->
                switch (ports.xero().readInvoices(List.of(id), Lane.CHANGE)) {
                    case Reply.Failed<List<XeroInvoice>>(var failure) -> Outcome.after(failure, "reading an invoice");
                    case Reply.Ok<List<XeroInvoice>>(var found, var _)
                    when found.isEmpty() -> suspend(link, "the invoice is not in Xero any more");
                    case Reply.Ok<List<XeroInvoice>>(var found, var _) ->
                        approval.finish(
                                new StatusSync.Candidate(link, found.getFirst(), true, Optional.empty()),
                                organisation,
                                trigger);
                };
        };
    }

    private Outcome suspend(Link link, String why) {
        var suspended = new Identity.Suspended(link.identity().records(), why);
        ports.telemetry().note(link.key().value(), "suspended: " + why);
        return links.save(
                                link.with(suspended).with(new Work.Idle()),
                                link.identity().records(),
                                List.of())
                        instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    /// A deal that was gone may have come back.
    Outcome lookAfterSuspension(Slot slot, Link link, String trigger) {
        return switch (ports.hubspot().readOwnProperties(List.of(slot.deal()), Lane.CHANGE)) {
            case Reply.Failed<Map<HubSpotDealId, Fields>>(var failure) -> Outcome.after(failure, "reading deals");
            case Reply.Ok<Map<HubSpotDealId, Fields>>(var found, var _) -> {
                if (!found.containsKey(slot.deal())) yield Outcome.DONE;
                var linked = link.with(new Identity.Linked(link.identity().records()))
                        .with(new Work.Acting(
                                Fields.NONE, Fields.NONE, ports.clock().instant()));
                yield switch (links.save(linked, link.identity().records(), List.of())) {
                    case Links.Saved.Stale() -> Outcome.OVERTAKEN;
                    case Links.Saved.Stored(Link back) -> repair(back, trigger);
                };
            }
        };
    }
}
