package dev.quotetocash.engine;

import dev.quotetocash.engine.ExactlyOnce.Answer;
import dev.quotetocash.engine.ExactlyOnce.Result;
import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.InvoiceMapping;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Creation;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Creates the invoice of a slot and links it, exactly once.
final class InvoiceCreation {

    private static final int BODY_MAX = 300 * 1024;
    private static final String NUMBER_TAKEN = "must be unique";
    private static final String STATUS = "status";

    /// Until then nobody else takes the authorisation up.
    private static final Duration AUTHORISING = Duration.ofSeconds(60);

    private final Ports ports;
    private final EngineSettings settings;
    private final InvoiceSettings invoices;
    private final StatusSync status;
    private final Creation protocol;
    private final ExactlyOnce exactlyOnce;

    InvoiceCreation(Ports ports, EngineSettings settings, InvoiceSettings invoices, StatusSync status) {
        this.ports = ports;
        this.settings = settings;
        this.invoices = invoices;
        this.status = status;
        this.protocol = new Creation(invoices.lookUpDelay());
        this.exactlyOnce = new ExactlyOnce(ports.links(), ports.telemetry(), protocol, ports.clock());
    }

    /// What came of it. Blocked means that the slot's link is to be parked with that reason, and keeps its intent.
    sealed interface Created {
        record Ended(Outcome outcome) implements Created {}

        record Blocked(Link link, String reason) implements Created {}
    }

    /// Writes the intent down and sends it. `vendorNow` is Xero's time of an earlier answer; `own` are the deal's
    /// own properties as they have just been read.
    Created start(
            Slot slot,
            Optional<Link> link,
            InvoiceMapping.Mapped mapped,
            List<LineItem> lines,
            Optional<String> dealAmount,
            Reply.Ok<Books> books,
            Fields own,
            String trigger) {
        var body = ports.xero().compose(mapped.invoice());
        if (zipped(body) > BODY_MAX) {
            return new Created.Blocked(
                    link.orElseGet(() -> unsaved(slot)),
                    "The deal has too many or too long line items for one invoice.");
        }
        var now = ports.clock().instant();
        var intent = refusedBefore(link)
                .map(before -> protocol.afterRefusal(before, body, books.at(), now))
                .orElseGet(() -> protocol.first(body, books.at(), now));
        var sent = InvoiceBaseline.sent(mapped, lines, invoices.mapping().hash());
        var baseline = Attention.put(sent, InvoiceBaseline.amountDiffers(sent, dealAmount));
        var row = link.orElseGet(() -> unsaved(slot));
        var next = row.with(intent).with(baseline);
        var saved = row.version() == 0 ? ports.links().create(next) : save(next, row);
        return switch (saved) {
            case Links.Saved.Stale() -> ended(Outcome.later(Duration.ofSeconds(1)));
            case Links.Saved.Stored(Link stored) ->
                settle(exactlyOnce.send(stored, vendor(slot)), books.value(), Optional.of(own), trigger);
        };
    }

    /// Goes on with a slot whose intent is open, also one that was parked because nobody could say what became of
    /// it.
    Created resume(Link link, Books books, String trigger) {
        var intended =
                link.work() instanceof Work.Parked(var _, var _, var _, Work.Intended was) ? link.with(was) : link;
        var slot = link.key().slot().orElseThrow();
        return settle(exactlyOnce.resume(intended, vendor(slot)), books, Optional.empty(), trigger);
    }

    /// Links an invoice that is known to be the slot's.
    Created adopt(Link link, XeroInvoice invoice, Books books, Optional<Fields> own, String trigger) {
        return linked(link, invoice, books, own, trigger);
    }

    private Created settle(Result<XeroInvoice> result, Books books, Optional<Fields> own, String trigger) {
        return switch (result) {
            case Result.Made<XeroInvoice>(Link link, XeroInvoice invoice) -> linked(link, invoice, books, own, trigger);
            case Result.Waiting<XeroInvoice>(Duration delay) -> ended(Outcome.later(delay));
            case Result.Refused<XeroInvoice>(Link link, var errors) ->
                new Created.Blocked(
                        link, "Xero refuses the invoice; ask finance to look at: " + String.join("; ", errors));
            case Result.Stuck<XeroInvoice>(Link link, String why) ->
                new Created.Blocked(link, "The invoice could not be confirmed, because " + why + "; ask the operator.");
        };
    }

    private Created linked(Link link, XeroInvoice invoice, Books books, Optional<Fields> own, String trigger) {
        var slot = link.key().slot().orElseThrow();
        var agreed = InvoiceBaseline.answered(link.baseline(), invoice);
        var attention = InvoiceBaseline.totalDiffers(agreed).or(() -> Attention.sentence(agreed));
        var toAuthorise = attention.isEmpty()
                && invoices.mapping().createAs() == InvoiceStatus.AUTHORISED
                && invoice.status() == InvoiceStatus.DRAFT;
        var next = link.with(new Identity.Linked(
                        List.of(slot.deal().ref(), invoice.id().ref())))
                .with(toAuthorise ? authorising() : new Work.Idle())
                .with(Attention.put(agreed, attention));
        var saved = link.version() == 0 ? ports.links().create(next) : save(next, link);
        return switch (saved) {
            // Someone else was faster with the same evidence; the next look at the slot finds it linked.
            case Links.Saved.Stale() -> ended(Outcome.later(Duration.ofSeconds(1)));
            case Links.Saved.Stored(Link stored) -> {
                ports.telemetry().count(Telemetry.Metric.INVOICES_CREATED, 1);
                ports.telemetry()
                        .note(stored.key(), "linked to invoice " + invoice.id().value());
                yield ended(finish(stored, invoice, false, books, own, trigger));
            }
        };
    }

    /// What is left to do once an invoice is linked: authorise it if that was meant and it is still a draft, and
    /// show it on the deal. Comes here again after a crash.
    Outcome finish(
            Link link, XeroInvoice invoice, boolean fullRead, Books books, Optional<Fields> own, String trigger) {
        if (!(link.work() instanceof Work.Acting(var _, Fields meant, var _)
                && meant.get(STATUS).observed())) {
            return show(link, invoice, fullRead, books, own, trigger);
        }
        var open = link.with(new Work.Idle());
        if (invoice.status() != InvoiceStatus.DRAFT) return show(open, invoice, fullRead, books, own, trigger);
        return switch (ports.xero().setStatus(invoice.id(), InvoiceStatus.AUTHORISED, Lane.INVOICE)) {
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Accepted(XeroInvoice authorised), var _) ->
                show(open, authorised, false, books, own, trigger);
            case Reply.Ok<XeroGateway.Created>(XeroGateway.Created.Refused(var _, var errors), var _) ->
                show(refused(open, errors), invoice, fullRead, books, own, trigger);
            case Reply.Failed<XeroGateway.Created>(RemoteFailure.Rejected(var errors)) ->
                show(refused(open, errors), invoice, fullRead, books, own, trigger);
            case Reply.Failed<XeroGateway.Created>(var failure) -> Outcome.after(failure, "authorising an invoice");
        };
    }

    private Outcome show(
            Link link, XeroInvoice invoice, boolean fullRead, Books books, Optional<Fields> own, String trigger) {
        var candidate = new StatusSync.Candidate(link, invoice, fullRead, own);
        return status.agree(List.of(candidate), books, trigger).getOrDefault(link.key(), Outcome.DONE);
    }

    private static Link refused(Link link, List<String> errors) {
        var sentence = "Xero refuses to approve the invoice; ask finance to look at: " + String.join("; ", errors);
        return link.with(Attention.put(link.baseline(), Optional.of(sentence)));
    }

    private Work authorising() {
        var meant = Fields.NONE.with(STATUS, Observed.of(InvoiceStatus.AUTHORISED.name()));
        return new Work.Acting(Fields.NONE, meant, ports.clock().instant().plus(AUTHORISING));
    }

    private ExactlyOnce.Vendor<XeroInvoice> vendor(Slot slot) {
        var marker = slot.marker(settings.pair().portal());
        return new ExactlyOnce.Vendor<>() {
            @Override
            public Reply<Answer<XeroInvoice>> send(Work.Intended intent) {
                var key = IdempotencyKey.of(slot.key().value(), intent);
                return ports.xero()
                        .createInvoices(List.of(intent.body()), key, Lane.INVOICE)
                        .map(answers -> answerFor(slot, answers));
            }

            @Override
            public Reply<List<XeroInvoice>> lookUp(Work.Intended intent) {
                return ports.xero()
                        .invoicesOfThisApp(intent.since().minus(HighWaterMark.TRAIL), Lane.INVOICE)
                        .map(invoices -> invoices.stream()
                                .filter(invoice -> invoice.marker().equals(Optional.of(marker)))
                                .toList());
            }
        };
    }

    /// The element with this slot's address; the order of elements says nothing. A refusal of the number is not
    /// one: the invoice may be there.
    private Answer<XeroInvoice> answerFor(Slot slot, List<XeroGateway.Created> answers) {
        var evidence = settings.evidence(slot);
        for (var answer : answers) {
            switch (answer) {
                case XeroGateway.Created.Accepted(XeroInvoice invoice)
                when invoice.url().equals(evidence) -> {
                    return new Answer.Made<>(invoice);
                }
                case XeroGateway.Created.Refused(String url, var errors)
                when url.equals(evidence) || answers.size() == 1 -> {
                    return errors.stream().anyMatch(error -> error.contains(NUMBER_TAKEN))
                            ? new Answer.Unclear<>()
                            : new Answer.Refused<>(errors);
                }
                case XeroGateway.Created.Accepted _, XeroGateway.Created.Refused _ -> {}
            }
        }
        return new Answer.Unclear<>();
    }

    private static Optional<Work.Intended> refusedBefore(Optional<Link> link) {
        return link.map(Link::work)
                .filter(work -> work instanceof Work.Parked(var _, var _, var _, Work.Intended _))
                .map(work -> (Work.Intended) ((Work.Parked) work).was());
    }

    private Links.Saved save(Link next, Link read) {
        return ports.links().save(next, read.identity().records(), List.of());
    }

    private static Link unsaved(Slot slot) {
        return Link.unsaved(slot.key(), new Identity.Unlinked(List.of()), new Work.Idle());
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
