package dev.quotetocash.engine;

import dev.quotetocash.engine.StatusSync.Candidate;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Sighting;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is left to do once an invoice is linked: submit or authorise it, if that was meant and it is still a draft,
/// and show it on the deal.
final class InvoiceApproval {

    private static final String STATUS = "status";

    /// Until then nobody else takes up what is left to do.
    private static final Duration FINISHING = Duration.ofSeconds(60);

    private final Ports ports;
    private final InvoiceStatus wanted;
    private final StatusSync status;

    /// `wanted` is what invoices become.
    InvoiceApproval(Ports ports, InvoiceStatus wanted, StatusSync status) {
        this.ports = ports;
        this.wanted = wanted;
        this.status = status;
    }

    /// What a link is at while the rest is done.
    Work begun(boolean toApprove) {
        var meant = toApprove ? Fields.NONE.with(STATUS, Observed.of(wanted.name())) : Fields.NONE;
        return new Work.Acting(Fields.NONE, meant, ports.clock().instant().plus(FINISHING));
    }

    /// Comes here again after a crash. Whatever was seen beside the invoice before it was linked is looked at now
    /// that it is. Where the deal has not just been read, the last look at it may be hours ago.
    Outcome finish(Candidate linked, Organisation organisation, String trigger) {
        SurplusCheck.announce(linked.link(), ports.notices(), ports.clock().instant());
        var toApprove = linked.link().work() instanceof Work.Acting(var _, Fields meant, var _)
                && meant.get(STATUS).observed()
                && linked.invoice().status() == InvoiceStatus.DRAFT;
        if (!toApprove) return show(linked, organisation, trigger);
        return linked.own().isPresent()
                ? approve(linked, organisation, trigger)
                : lookAndApprove(linked, organisation, trigger);
    }

    private Outcome lookAndApprove(Candidate linked, Organisation organisation, String trigger) {
        return switch (ports.hubspot().readDeal(linked.slot().deal(), Lane.INVOICE)) {
            case Reply.Failed<Sighting<Deal>>(var failure) -> Outcome.after(failure, "reading a deal");
            case Reply.Ok<Sighting<Deal>>(var sighting, var _) -> {
                var agreed = linked.link().baseline();
                var wrong = sighting.present().flatMap(deal -> InvoiceBaseline.amountDiffers(agreed, deal.amount()));
                yield wrong.isEmpty()
                        ? approve(linked, organisation, trigger)
                        : show(with(linked, Attention.withAmount(agreed, wrong)), organisation, trigger);
            }
        };
    }

    private Outcome approve(Candidate linked, Organisation organisation, String trigger) {
        return switch (ports.xero().setStatus(linked.invoice().id(), wanted, Lane.INVOICE)) {
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Accepted(XeroInvoice approved), var _) ->
                show(new Candidate(linked.link(), approved, false, linked.own()), organisation, trigger);
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Refused(var _, var errors), var _) ->
                show(notApproved(linked, errors), organisation, trigger);
            case Reply.Failed<XeroGateway.Created>(RemoteFailure.Rejected(var errors)) ->
                show(notApproved(linked, errors), organisation, trigger);
            case Reply.Failed<XeroGateway.Created>(var failure) -> Outcome.after(failure, "approving an invoice");
        };
    }

    private static Candidate notApproved(Candidate linked, List<String> errors) {
        var sentence = VendorWords.sentence("Xero refuses to approve the invoice", errors);
        return with(linked, Attention.withApproval(linked.link().baseline(), Optional.of(sentence)));
    }

    private static Candidate with(Candidate linked, Baseline baseline) {
        return new Candidate(linked.link().with(baseline), linked.invoice(), linked.fullRead(), linked.own());
    }

    private Outcome show(Candidate linked, Organisation organisation, String trigger) {
        var link = linked.link();
        // What was open on the link is what is being done here.
        var open = link.work() instanceof Work.Acting(Fields hubspot, var _, var _)
                ? link.with(new Work.Acting(hubspot, Fields.NONE, ports.clock().instant()))
                : link;
        var candidate = new Candidate(open, linked.invoice(), linked.fullRead(), linked.own());
        return status.agree(List.of(candidate), organisation, trigger).getOrDefault(link.key(), Outcome.DONE);
    }
}
