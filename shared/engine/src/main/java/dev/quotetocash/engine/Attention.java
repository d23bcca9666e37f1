package dev.quotetocash.engine;

import dev.quotetocash.mapping.InvoiceBaseline;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.SyncMessage;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Observed;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person should look at before an invoice leaves DRAFT. Kept on the link's baseline, each cause by
/// itself, so that it stays until its own cause is gone or finance has approved the invoice as it is.
final class Attention {

    private static final String AMOUNT = "attention_amount";
    private static final String APPROVAL = "attention_approval";

    private Attention() {}

    /// A second invoice concerns finance whatever became of the first.
    static SyncMessage of(Baseline baseline, XeroInvoice invoice) {
        var open = invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.SUBMITTED;
        return Suspects.of(baseline)
                .sentence(invoice)
                .or(() -> sentence(baseline).filter(_ -> open))
                .map(SyncMessage::needsAttention)
                .orElse(SyncMessage.OK);
    }

    /// The first that applies.
    static Optional<String> sentence(Baseline baseline) {
        return Stream.of(InvoiceBaseline.totalDiffers(baseline), read(baseline, AMOUNT), read(baseline, APPROVAL))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> aboutAmount(Baseline baseline) {
        return read(baseline, AMOUNT);
    }

    static Baseline withAmount(Baseline baseline, Optional<String> sentence) {
        return put(baseline, AMOUNT, sentence);
    }

    static Baseline withApproval(Baseline baseline, Optional<String> sentence) {
        return put(baseline, APPROVAL, sentence);
    }

    private static Optional<String> read(Baseline baseline, String field) {
        return baseline.get(field).hubspot().asOptional();
    }

    private static Baseline put(Baseline baseline, String field, Optional<String> sentence) {
        return baseline.with(field, new Agreed<>(Observed.ofOptional(sentence), Observed.blank()));
    }
}
