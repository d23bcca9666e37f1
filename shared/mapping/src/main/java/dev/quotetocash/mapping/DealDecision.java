package dev.quotetocash.mapping;

import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What to do about a deal that has no invoice yet.
public sealed interface DealDecision {

    /// Not won, or not ours to invoice: nothing, and nothing is kept.
    record Ignore() implements DealDecision {}

    /// Won, or changed since it was won: leave it alone until then and look again.
    record Settle(Instant until, String hash) implements DealDecision {}

    /// It is settling; look again then.
    record Wait(Instant until) implements DealDecision {}

    /// It has settled: invoice it.
    record Invoice() implements DealDecision {}

    /// It is not won any more; what was open on it is dropped.
    record Withdraw() implements DealDecision {}

    /// Creation is paused, for the reason given.
    record Pause(String reason) implements DealDecision {}

    /// Another installation of the bridge owns this account, and this one writes nothing to it.
    record LeaveAlone(boolean won) implements DealDecision {}

    /// The deal itself names an invoice that we do not know: look at that one first.
    record Adopt(XeroInvoiceId invoice) implements DealDecision {}

    String NOT_ACTIVATED = "Invoices are not created yet, because the bridge has not been activated; ask its operator.";
    String NO_INSTALLATION =
            "Invoices are not created, because HubSpot does not name the installation of the bridge that owns this account; ask its operator to run setup.";

    /// `open` is what is open on the deal's slot, Idle if nothing was ever stored. `installation` is this stack's
    /// id.
    static DealDecision of(
            Deal deal,
            Slot slot,
            Work open,
            Portal portal,
            MappingSettings settings,
            Optional<Instant> activatedAt,
            Optional<String> installation,
            Instant now,
            Duration settling) {
        var won = portal.isWon(deal.pipeline(), deal.stage()) && settings.covers(deal.pipeline());
        if (!won && open instanceof Work.Idle) return new Ignore();
        var other = !portal.installation().isEmpty() && !installation.equals(Optional.of(portal.installation()));
        if (other) return new LeaveAlone(won);
        if (!won) return new Withdraw();
        var named = DealStatus.invoiceNamedFor(
                slot, deal.own().get(DealProperty.SLOTS).asOptional().orElse(""));
        if (named.isPresent()) return new Adopt(new XeroInvoiceId(named.get()));
        if (activatedAt.isEmpty() || installation.isEmpty()) return new Pause(NOT_ACTIVATED);
        if (portal.installation().isEmpty()) return new Pause(NO_INSTALLATION);
        if (!deal.stageSince().isAfter(activatedAt.get())) {
            return open instanceof Work.Idle ? new Ignore() : new Withdraw();
        }
        return settled(deal, open, now, settling);
    }

    private static DealDecision settled(Deal deal, Work open, Instant now, Duration settling) {
        var hash = deal.contentHash();
        return switch (open) {
            case Work.Settling(Instant until, String seen)
            when seen.equals(hash) -> now.isBefore(until) ? new Wait(until) : new Invoice();
            case Work.Parked(var _, var _, var _, Work.Settling(var _, String seen), var _)
            when seen.equals(hash) -> new Invoice();
            case Work.Parked(var _, var _, var _, Work.Intended _, var _) -> new Invoice();
            case Work.Intended intent -> now.isBefore(intent.nextAt()) ? new Wait(intent.nextAt()) : new Invoice();
            case Work _ -> new Settle(now.plus(settling), hash);
        };
    }
}
