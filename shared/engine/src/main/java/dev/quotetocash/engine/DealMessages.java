package dev.quotetocash.engine;

import dev.quotetocash.engine.HubSpotGateway.DealUpdate;
import dev.quotetocash.engine.HubSpotGateway.Written;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.mapping.SyncMessage;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Tells a rep on the deal what is wrong, and parks the slot until it is not. Written only when the deal says
/// something else.
final class DealMessages {

    private final Ports ports;
    private final EngineSettings settings;

    DealMessages(Ports ports, EngineSettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /// `own` are the deal's own properties as they have just been read.
    Outcome park(Link link, Fields own, Cause cause, SyncMessage message, String trigger) {
        var deal = link.key().slot().orElseThrow().deal();
        var recheck = ports.clock().instant().plus(settings.recheck());
        var parked = link.with(new Work.Parked(cause, message.sentence(), recheck, link.work()));
        var changes = differing(own, message.onto(Fields.NONE));
        var journal = journal(deal, own, changes, trigger);
        var saved = link.version() == 0
                ? ports.links().create(parked)
                : ports.links().save(parked, link.identity().records(), journal);
        if (saved instanceof Links.Saved.Stale) return Outcome.later(Duration.ofSeconds(1));
        ports.telemetry().count(Telemetry.Metric.PARKED, 1);
        ports.telemetry()
                .note(link.key(), "parked, waiting for " + cause.value().split(":", 2)[0]);
        return write(deal, changes);
    }

    Outcome parkUnread(Slot slot, Link link, Cause cause, SyncMessage message, String trigger) {
        return switch (ports.hubspot().readOwnProperties(List.of(slot.deal()), Lane.INVOICE)) {
            case Reply.Failed<Map<HubSpotDealId, Fields>>(var failure) -> Outcome.after(failure, "reading deals");
            case Reply.Ok<Map<HubSpotDealId, Fields>>(var own, var _) ->
                park(link, own.getOrDefault(slot.deal(), Fields.NONE), cause, message, trigger);
        };
    }

    /// Takes a message back that is not true any more, once `done` is.
    Outcome clear(Deal deal, Outcome done) {
        if (!(done instanceof Outcome.Done)) return done;
        var nothing = Fields.NONE
                .with(DealProperty.SYNC_STATE, Observed.blank())
                .with(DealProperty.SYNC_ERROR, Observed.blank());
        return write(deal.id(), differing(deal.own(), nothing));
    }

    private Outcome write(HubSpotDealId deal, Fields changes) {
        if (changes.isEmpty()) return Outcome.DONE;
        var update = new DealUpdate(
                deal,
                changes.with(
                        DealProperty.SYNCED_AT,
                        Observed.of(ports.clock().instant().toString())));
        return switch (ports.hubspot().updateDeals(List.of(update), Lane.INVOICE)) {
            case Reply.Ok<List<Written>> _ -> Outcome.DONE;
            // The slot is parked all the same; only the rep is not told.
            case Reply.Failed<List<Written>>(RemoteFailure.Rejected _) -> Outcome.DONE;
            case Reply.Failed<List<Written>>(var failure) -> Outcome.after(failure, "writing deals");
        };
    }

    private static Fields differing(Fields own, Fields wanted) {
        var changes = Fields.NONE;
        for (var field : wanted.values().entrySet()) {
            if (!own.get(field.getKey()).equals(field.getValue())) {
                changes = changes.with(field.getKey(), field.getValue());
            }
        }
        return changes;
    }

    private static List<JournalEntry> journal(HubSpotDealId deal, Fields own, Fields changes, String trigger) {
        var entries = new ArrayList<JournalEntry>();
        changes.values()
                .forEach((field, after) -> entries.add(
                        new JournalEntry(deal.ref(), trigger, "message to the rep", field, own.get(field), after, "")));
        return entries;
    }
}
