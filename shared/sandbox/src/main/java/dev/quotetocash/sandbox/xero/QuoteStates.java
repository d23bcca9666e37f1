package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Quote.Status.ACCEPTED;
import static dev.quotetocash.sandbox.xero.Quote.Status.DECLINED;
import static dev.quotetocash.sandbox.xero.Quote.Status.DELETED;
import static dev.quotetocash.sandbox.xero.Quote.Status.DRAFT;
import static dev.quotetocash.sandbox.xero.Quote.Status.INVOICED;
import static dev.quotetocash.sandbox.xero.Quote.Status.SENT;

import java.util.Optional;
import java.util.Set;

/// The life cycle of a quote: sent, then accepted or declined, then invoiced. Every live quote may become a
/// draft again or be deleted; a deleted one is gone. The reference names the states and leaves their order
/// open.
final class QuoteStates {

    private QuoteStates() {}

    /// Why `known` may not be given the status `asked` (which may be the one it has); empty when it may.
    static Optional<String> refusal(Quote.Status known, Quote.Status asked) {
        if (known == DELETED) return Optional.of("Quote not of valid status for modification");
        if (known == asked || next(known).contains(asked)) return Optional.empty();
        return Optional.of("A quote cannot change from " + known + " to " + asked + ".");
    }

    static boolean canStartAs(Quote.Status status) {
        return status == DRAFT || status == SENT;
    }

    private static Set<Quote.Status> next(Quote.Status known) {
        return switch (known) {
            case DRAFT -> Set.of(SENT, DELETED);
            case SENT -> Set.of(ACCEPTED, DECLINED, DRAFT, DELETED);
            case ACCEPTED -> Set.of(INVOICED, SENT, DRAFT, DELETED);
            case DECLINED -> Set.of(SENT, DRAFT, DELETED);
            case INVOICED -> Set.of(ACCEPTED, SENT, DRAFT, DELETED);
            case DELETED -> Set.of();
        };
    }
}
