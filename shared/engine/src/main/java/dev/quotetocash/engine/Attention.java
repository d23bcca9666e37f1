package dev.quotetocash.engine;

import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.SyncMessage;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Observed;
import java.util.Optional;

/// What a person should look at before an invoice leaves DRAFT. Kept on the link's baseline, so that it survives
/// until the cause is gone or finance has approved the invoice as it is.
final class Attention {

    private static final String FIELD = "attention";

    private Attention() {}

    static SyncMessage of(Baseline baseline, XeroInvoice invoice) {
        var open = invoice.status() == InvoiceStatus.DRAFT || invoice.status() == InvoiceStatus.SUBMITTED;
        return sentence(baseline)
                .filter(_ -> open)
                .map(SyncMessage::needsAttention)
                .orElse(SyncMessage.OK);
    }

    static Optional<String> sentence(Baseline baseline) {
        return baseline.get(FIELD).hubspot().asOptional();
    }

    static Baseline put(Baseline baseline, Optional<String> sentence) {
        return baseline.with(FIELD, new Agreed<>(Observed.ofOptional(sentence), Observed.blank()));
    }
}
