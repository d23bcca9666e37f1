package dev.quotetocash.engine;

import dev.quotetocash.engine.ExactlyOnce.Answer;
import dev.quotetocash.engine.ExactlyOnce.Result;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.InvoiceMapping;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Creation;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroContactId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Creates the invoice of a slot and links it, exactly once.
final class InvoiceCreation {

    /// Of the zipped body: with a baseline of 200 lines it fits into a row of 400 KB.
    private static final int BODY_MAX = 200 * 1024;

    private static final String NUMBER_TAKEN = "must be unique";

    private final Ports ports;
    private final OpenWork links;
    private final EngineSettings settings;
    private final InvoiceSettings invoices;
    private final InvoiceApproval approval;
    private final Creation protocol;
    private final ExactlyOnce exactlyOnce;

    InvoiceCreation(
            Ports ports, OpenWork links, EngineSettings settings, InvoiceSettings invoices, InvoiceApproval approval) {
        this.ports = ports;
        this.links = links;
        this.settings = settings;
        this.invoices = invoices;
        this.approval = approval;
        this.protocol = new Creation(invoices.lookUpDelay());
        this.exactlyOnce = new ExactlyOnce(links, ports.telemetry(), protocol, ports.clock());
    }

    /// What came of it. Blocked means that the slot's link is to be parked with that reason, and keeps its
    /// intent.
    sealed interface Created {
        record Ended(Outcome outcome) implements Created {}

        record Blocked(Link link, String reason) implements Created {}

        /// A slot that was parked before and is blocked again counts as one try more.
        default Created triedAfter(Work before) {
            return this instanceof Blocked(Link link, String reason) && link.work() instanceof Work.Intended refused
                    ? new Blocked(link.with(Work.Parked.tried(before, refused)), reason)
                    : this;
        }
    }

    /// A slot whose intent is stored and has to be sent at once. `before` is what was open on it, `own` what the
    /// deal showed.
    record Ready(Link stored, Work before, Organisation organisation, Fields own, String trigger) {
        LinkKey key() {
            return stored.key();
        }

        int bytes() {
            return intent().body().bytes().length;
        }

        Instant sendUntil() {
            return ((Work.Phase.Sending) intent().phase()).sendUntil();
        }

        private Work.Intended intent() {
            return (Work.Intended) stored.work();
        }
    }

    /// Either ready to be sent, or at an end for now.
    sealed interface Prepared {
        record ToSend(Ready ready) implements Prepared {}

        record Not(Created created) implements Prepared {}
    }

    /// Writes the intent down. Nothing that is created from now on is older in Xero than `organisation`.
    Prepared prepare(
            Link link,
            Deal deal,
            InvoiceMapping.Mapped mapped,
            List<LineItem> lines,
            XeroContactId contact,
            Reply.Ok<Organisation> organisation,
            String trigger) {
        var body = ports.xero().compose(mapped.content().billedTo(contact));
        if (zipped(body) > BODY_MAX) {
            var why = "The deal's line items have too much text for one invoice; shorten them.";
            return new Prepared.Not(new Created.Blocked(link, why));
        }
        var now = ports.clock().instant();
        var before = before(link.work());
        if (before.filter(intent -> intent.body().equals(body)).isPresent() && isParkedUntilLater(link)) {
            // Xero has refused this very invoice, and nobody expects another answer yet.
            return new Prepared.Not(ended(Outcome.DONE));
        }
        var inDoubt = before.map(this::mayHaveBeenCarriedOut).orElseGet(() -> wonBeforeARestore(deal));
        var intent = inDoubt
                ? protocol.inDoubt(before.map(Work.Intended::attempt).orElse(1), body, deal.stageSince(), now)
                : before.map(intended -> protocol.inPlaceOf(intended, body, organisation.at(), now))
                        .orElseGet(() -> protocol.first(body, organisation.at(), now));
        var sent = InvoiceBaseline.sent(mapped, lines, invoices.mapping().hash());
        var flagged = Attention.withAmount(sent, InvoiceBaseline.amountDiffers(sent, deal.amount()));
        var baseline = Suspects.of(link.baseline()).onto(flagged);
        return switch (save(link.with(intent).with(baseline), link, List.of())) {
            case Links.Saved.Stale() -> new Prepared.Not(ended(Outcome.OVERTAKEN));
            case Links.Saved.Stored _ when inDoubt -> new Prepared.Not(ended(Outcome.DONE));
            case Links.Saved.Stored(Link stored) ->
                new Prepared.ToSend(new Ready(stored, link.work(), organisation.value(), deal.own(), trigger));
        };
    }

    /// Whether an attempt was made of which nothing is to be found. What was looked for before the tables were put
    /// back does not count.
    boolean vanished(Work.Intended intent) {
        var now = ports.clock().instant();
        return protocol.vanished(intent, now) && protocol.vanished(afterRestore(intent), now);
    }

    /// Without our knowing. What was known of the attempt before the tables were put back does not count, not even
    /// that it was refused.
    private boolean mayHaveBeenCarriedOut(Work.Intended intent) {
        var known = afterRestore(intent);
        return switch (known.phase()) {
            case Work.Phase.Sending _ -> true;
            case Work.Phase.Unknown _ -> !protocol.vanished(known, ports.clock().instant());
            case Work.Phase.NotExecuted _, Work.Phase.Refused _ -> false;
        };
    }

    private Work.Intended afterRestore(Work.Intended intent) {
        return ports.marks()
                .restoredAt()
                .map(at -> protocol.afterRestore(intent, at))
                .orElse(intent);
    }

    /// Its invoice may have been sent by what the tables have forgotten. HubSpot's time is compared with ours.
    boolean wonBeforeARestore(Deal deal) {
        return ports.marks()
                .restoredAt()
                .filter(at -> deal.stageSince().isBefore(at.plus(Marks.CLOCKS_APART)))
                .isPresent();
    }

    /// Sends what is ready in one request. What Xero has answered is not linked yet: that is `conclude`, one by
    /// one, so that one that fails keeps no other.
    List<Result<XeroInvoice>> send(List<Ready> ready, OwnInvoices own) {
        return exactlyOnce.send(ready.stream().map(Ready::stored).toList(), new Vendor(own));
    }

    Created conclude(Ready ready, Result<XeroInvoice> result) {
        return settle(result, ready.organisation(), Optional.of(ready.own()), ready.trigger())
                .triedAfter(ready.before());
    }

    /// Goes on with a slot of whose intent nobody knows what became, also one that was parked because of it.
    Created resume(Link link, Organisation organisation, OwnInvoices own, String trigger) {
        var intent = (Work.Intended) (link.work() instanceof Work.Parked parked ? parked.was() : link.work());
        return settle(
                        exactlyOnce.resume(link.with(afterRestore(intent)), new Vendor(own)),
                        organisation,
                        Optional.empty(),
                        trigger)
                .triedAfter(link.work());
    }

    /// Links an invoice that is known to be the slot's.
    Created adopt(Link link, XeroInvoice invoice, Organisation organisation, Fields own, String trigger) {
        return linked(link, invoice, organisation, Optional.of(own), trigger);
    }

    private Created settle(
            Result<XeroInvoice> result, Organisation organisation, Optional<Fields> own, String trigger) {
        return switch (result) {
            case Result.Made<XeroInvoice>(Link link, XeroInvoice invoice) ->
                linked(link, invoice, organisation, own, trigger);
            case Result.Waiting<XeroInvoice> _ -> ended(Outcome.DONE);
            case Result.Unseen<XeroInvoice>(Duration delay) ->
                ended(Outcome.later(delay, "what became of a create cannot be seen"));
            case Result.Refused<XeroInvoice>(Link link, var errors) ->
                new Created.Blocked(link, VendorWords.sentence("Xero refuses the invoice", errors));
            case Result.Stuck<XeroInvoice>(Link link, String why) ->
                new Created.Blocked(link, "The invoice could not be confirmed, because " + why + "; ask the operator.");
        };
    }

    private Created linked(
            Link link, XeroInvoice invoice, Organisation organisation, Optional<Fields> own, String trigger) {
        var slot = link.key().slot().orElseThrow();
        var suspects = Suspects.of(link.baseline()).without(invoice.id());
        var agreed = suspects.onto(InvoiceBaseline.answered(link.baseline(), invoice));
        // Only what has been compared, needs nobody's attention, and is the only one, leaves DRAFT.
        var toApprove = invoices.mapping().createAs() != InvoiceStatus.DRAFT
                && invoice.status() == InvoiceStatus.DRAFT
                && InvoiceBaseline.wasCompared(agreed)
                && Attention.sentence(agreed).isEmpty()
                && suspects.unsettled().isEmpty();
        var next = link.with(new Identity.Linked(
                        List.of(slot.deal().ref(), invoice.id().ref())))
                .with(approval.begun(toApprove))
                .with(agreed);
        return switch (save(next, link, List.of(creation(slot, invoice, trigger)))) {
            // Someone else was faster with the same evidence; the next look at the slot finds it linked.
            case Links.Saved.Stale() -> ended(Outcome.OVERTAKEN);
            case Links.Saved.Stored(Link stored) -> {
                ports.telemetry().count(Telemetry.Metric.INVOICES_LINKED, 1);
                ports.telemetry()
                        .note(
                                stored.key().value(),
                                "linked to invoice " + invoice.id().value());
                yield ended(
                        approval.finish(new StatusSync.Candidate(stored, invoice, false, own), organisation, trigger));
            }
        };
    }

    private static JournalEntry creation(Slot slot, XeroInvoice invoice, String trigger) {
        return new JournalEntry(
                invoice.id().ref(),
                trigger,
                "deal to invoice",
                "invoice",
                Observed.blank(),
                Observed.of(slot.key().value()),
                "xero=" + invoice.updatedAt());
    }

    private final class Vendor implements ExactlyOnce.Vendor<XeroInvoice> {

        private final OwnInvoices own;

        Vendor(OwnInvoices own) {
            this.own = own;
        }

        @Override
        public Reply<List<Answer<XeroInvoice>>> send(List<Link> links) {
            var bodies = links.stream()
                    .map(link -> ((Work.Intended) link.work()).body())
                    .toList();
            return ports.xero()
                    .createInvoices(bodies, IdempotencyKey.of(links), Lane.INVOICE)
                    .map(answers -> links.stream()
                            .map(link -> answerOf(slot(link), answers, links.size()))
                            .toList());
        }

        @Override
        public Reply<List<XeroInvoice>> lookUp(Link link, Work.Intended intent) {
            return own.since(intent.since().minus(HighWaterMark.TRAIL))
                    .map(found -> Evidence.of(slot(link), settings.pair().portal(), found));
        }

        @Override
        public Instant askedAt(Instant now) {
            return own.askedAt(now);
        }

        /// A list since a time can be answered with "nothing changed"; a search by reference cannot.
        @Override
        public Reply<List<XeroInvoice>> lookAgain(Link link, Work.Intended intent) {
            return ports.xero()
                    .searchInvoices(InvoiceMapping.reference(slot(link).deal()), Lane.INVOICE)
                    .map(found -> Evidence.of(slot(link), settings.pair().portal(), found));
        }
    }

    /// Elements of an answer may come in any order: each names its slot at the end of its `Url`. Only where one
    /// invoice was sent, the one element is its without a name. A refusal of the number is not one: the invoice
    /// may be there.
    private Answer<XeroInvoice> answerOf(Slot slot, List<XeroGateway.Created> answers, int sent) {
        var marker = slot.marker(settings.pair().portal());
        var own = answers.stream()
                .filter(answer -> sent == 1 || isOf(marker, answer))
                .toList();
        if (own.size() != 1 || answers.size() > sent) return new Answer.Unclear<>();
        return switch (own.getFirst()) {
            case XeroGateway.Created.Accepted(XeroInvoice invoice) -> new Answer.Made<>(invoice);
            case XeroGateway.Created.Refused(var _, var errors)
            when errors.stream().anyMatch(error -> error.contains(NUMBER_TAKEN)) -> new Answer.Unclear<>();
            case XeroGateway.Created.Refused(var _, var errors) -> new Answer.Refused<>(errors);
        };
    }

    private static boolean isOf(String marker, XeroGateway.Created answer) {
        return switch (answer) {
            case XeroGateway.Created.Accepted(XeroInvoice invoice) ->
                invoice.marker().equals(Optional.of(marker));
            case XeroGateway.Created.Refused(String url, var _) -> url.endsWith("#" + marker);
        };
    }

    private static Slot slot(Link link) {
        return link.key().slot().orElseThrow();
    }

    /// An intent that was certainly not executed or has vanished, whether it still waits or was parked: another
    /// may take its place.
    private static Optional<Work.Intended> before(Work work) {
        return switch (work) {
            case Work.Intended intent -> Optional.of(intent);
            case Work.Parked(var _, var _, var _, Work.Intended intent, var _) -> Optional.of(intent);
            case Work _ -> Optional.empty();
        };
    }

    private boolean isParkedUntilLater(Link link) {
        return link.work() instanceof Work.Parked parked
                && ports.clock().instant().isBefore(parked.recheckAt());
    }

    private Links.Saved save(Link next, Link read, List<JournalEntry> journal) {
        return read.version() == 0
                ? links.create(next, journal)
                : links.save(next, read.identity().records(), journal);
    }

    private static Created ended(Outcome outcome) {
        return new Created.Ended(outcome);
    }

    private static int zipped(Payload body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
