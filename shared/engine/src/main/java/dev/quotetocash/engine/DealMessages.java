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
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells a rep on the deal what is wrong, and parks the slot until it is not. Written only when the deal says
/// something else.
final class DealMessages {

    /// Until then nobody else takes up a message that is being taken back.
    private static final Duration WRITING = Duration.ofSeconds(60);

    private final Ports ports;
    private final OpenWork links;
    private final EngineSettings settings;

    DealMessages(Ports ports, OpenWork links, EngineSettings settings) {
        this.ports = ports;
        this.links = links;
        this.settings = settings;
    }

    /// `own` are the deal's own properties as they have just been read; without them they are read here.
    Outcome park(Link link, Optional<Fields> own, Cause cause, SyncMessage message, String trigger) {
        var deal = link.key().slot().orElseThrow().deal();
        if (own.isPresent()) return park(link, deal, own.get(), cause, message, trigger);
        return switch (ports.hubspot().readOwnProperties(List.of(deal), Lane.INVOICE)) {
            case Reply.Failed<Map<HubSpotDealId, Fields>>(var failure) -> Outcome.after(failure, "reading deals");
            case Reply.Ok<Map<HubSpotDealId, Fields>>(var read, var _) ->
                park(link, deal, read.getOrDefault(deal, Fields.NONE), cause, message, trigger);
        };
    }

    /// Drops what was open on a deal that is not to be invoiced any more, and takes back what it was told.
    Outcome withdraw(Link link, Deal deal, String trigger) {
        var nothing = Fields.NONE
                .with(DealProperty.SYNC_STATE, Observed.blank())
                .with(DealProperty.SYNC_ERROR, Observed.blank());
        var changes = differing(deal.own(), nothing);
        if (changes.isEmpty()) return saved(link.with(new Work.Idle()));
        var until = ports.clock().instant().plus(WRITING);
        var acting = link.with(new Work.Acting(changes, Fields.NONE, until));
        return switch (links.save(
                acting, link.identity().records(), journal(deal.id(), deal.own(), changes, trigger))) {
            case Links.Saved.Stale() -> Outcome.OVERTAKEN;
            case Links.Saved.Stored(Link stored) ->
                switch (write(deal.id(), changes)) {
                    case Outcome.Done _ -> saved(stored.with(new Work.Idle()));
                    case Outcome.Later later -> later;
                };
        };
    }

    private Outcome saved(Link link) {
        return links.save(link, link.identity().records(), List.of()) instanceof Links.Saved.Stored
                ? Outcome.DONE
                : Outcome.OVERTAKEN;
    }

    private Outcome park(Link link, HubSpotDealId deal, Fields own, Cause cause, SyncMessage message, String trigger) {
        var now = ports.clock().instant();
        var parked = link.with(Work.Parked.after(link.work(), cause, message.sentence(), settings.recheck(), now));
        var changes = differing(own, message.onto(Fields.NONE));
        var journal = journal(deal, own, changes, trigger);
        var saved = link.version() == 0
                ? links.create(parked, journal)
                : links.save(parked, link.identity().records(), journal);
        if (!(saved instanceof Links.Saved.Stored(Link stored))) return Outcome.OVERTAKEN;
        ports.telemetry().count(Telemetry.Metric.PARKED, 1);
        ports.telemetry().note(link.key().value(), "parked, waits for " + cause.value());
        var told = write(deal, changes);
        // The rep has to read it: until it is written, the slot is tried again soon.
        if (told instanceof Outcome.Later(var delay, var _)) {
            links.save(
                    stored.with(stored.work().dueAgain(now.plus(delay))),
                    stored.identity().records(),
                    List.of());
        }
        return told;
    }

    private Outcome write(HubSpotDealId deal, Fields changes) {
        if (changes.isEmpty()) return Outcome.DONE;
        var syncedAt = Observed.of(ports.clock().instant().toString());
        var update = new DealUpdate(deal, changes.with(DealProperty.SYNCED_AT, syncedAt));
        return switch (ports.hubspot().updateDeals(List.of(update), Lane.INVOICE)) {
            case Reply.Ok<List<Written>> _ -> Outcome.DONE;
            // The slot is parked all the same; only the rep is not told.
            case Reply.Failed<List<Written>>(RemoteFailure.Rejected _) -> Outcome.DONE;
            case Reply.Failed<List<Written>>(var failure) -> Outcome.after(failure, "writing deals");
        };
    }

    /// A property that HubSpot did not return does not exist there, and cannot be written.
    private static Fields differing(Fields own, Fields wanted) {
        var changes = Fields.NONE;
        for (var field : wanted.values().entrySet()) {
            var shown = own.get(field.getKey());
            if (shown.observed() && !shown.equals(field.getValue())) {
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
