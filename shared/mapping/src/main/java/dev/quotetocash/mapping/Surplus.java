package dev.quotetocash.mapping;

import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.XeroInvoiceId;
import java.util.Optional;

/// What to do about an invoice that carries a slot's mark beside the one that the slot is linked to.
public sealed interface Surplus {

    /// It is no duplicate of ours: not there any more, without the mark, or made by a person.
    record Nothing() implements Surplus {}

    /// A draft that nobody has touched, and the linked one is there.
    record Delete(XeroInvoiceId id) implements Surplus {}

    /// Only a person can tell which one is to stay.
    record Tell(XeroInvoiceId id, String number) implements Surplus {}

    /// All that the decision needs. `marker` is the slot's, `agreed` the baseline of its link; `ours` says that this
    /// app made the suspect; both invoices are as just read.
    record Situation(String marker, Baseline agreed, XeroInvoice linked, XeroInvoice suspect, boolean ours) {}

    static Surplus of(Situation situation) {
        var suspect = situation.suspect();
        if (suspect.id().equals(situation.linked().id())
                || !isSuspect(suspect, situation.marker())
                || !situation.ours()) return new Nothing();
        return situation.linked().status().isLive() && isUntouchedDraft(situation)
                ? new Delete(suspect.id())
                : new Tell(suspect.id(), suspect.number());
    }

    static boolean isSuspect(XeroInvoice invoice, String marker) {
        return invoice.status().isLive() && invoice.marker().equals(Optional.of(marker));
    }

    private static boolean isUntouchedDraft(Situation situation) {
        var suspect = situation.suspect();
        return suspect.status() == InvoiceStatus.DRAFT
                && suspect.contact().equals(situation.linked().contact())
                && suspect.payments().isEmpty()
                && suspect.amountPaid().signum() == 0
                && suspect.credited().signum() == 0
                && InvoiceBaseline.isHeldBy(situation.agreed(), suspect);
    }
}
