package dev.quotetocash.engine;

import dev.quotetocash.engine.StackStatus.Access;
import dev.quotetocash.engine.StackStatus.Given;
import dev.quotetocash.engine.StackStatus.OpenRows;
import dev.quotetocash.engine.StackStatus.Parked;
import dev.quotetocash.engine.StackStatus.Quota;
import dev.quotetocash.engine.StackStatus.State;
import dev.quotetocash.engine.StackStatus.Sweep;
import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Reads how a stack is. It writes nothing and calls no vendor.
public final class StatusReader {

    /// The open links that are looked at; more are told to be more.
    static final int OPEN_MAX = 1_000;

    /// Whatever is open is due before then.
    private static final Duration EVER = Duration.ofDays(3650);

    private final Pair pair;
    private final Links links;
    private final Marks marks;
    private final List<VendorConnection> connections;
    private final List<VendorLimits> vendors;
    private final Budgets budgets;
    private final Locks locks;
    private final Backlogs backlogs;
    private final InstantSource clock;

    public StatusReader(
            Pair pair,
            Links links,
            Marks marks,
            List<VendorConnection> connections,
            List<VendorLimits> vendors,
            Budgets budgets,
            Locks locks,
            Backlogs backlogs,
            InstantSource clock) {
        this.pair = pair;
        this.links = links;
        this.marks = marks;
        this.connections = List.copyOf(connections);
        this.vendors = List.copyOf(vendors);
        this.budgets = budgets;
        this.locks = locks;
        this.backlogs = backlogs;
        this.clock = clock;
    }

    public StackStatus read() {
        var now = clock.instant();
        return new StackStatus(
                pair,
                now,
                marks.installation(),
                marks.activatedAt(),
                marks.restoredAt(),
                connections.stream().map(connection -> access(connection, now)).toList(),
                quotas(now),
                List.of(
                        sweep(InvoicePoller.SWEEP, "Xero invoices"),
                        sweep(HubSpotSweep.DEALS, "HubSpot deals"),
                        sweep(HubSpotSweep.LINE_ITEMS, "HubSpot line items")),
                open(now),
                backlogs.read());
    }

    private Access access(VendorConnection connection, Instant now) {
        return switch (connection) {
            case VendorConnection.ByHand(Vendor vendor, String account, var _) ->
                new Access(vendor, locks.isHeld(VendorConnection.refusal(vendor, account), now), Optional.empty());
            case VendorConnection.ByConsent consent -> {
                var given = given(consent);
                yield new Access(consent.vendor(), given.refusedSince().isPresent(), Optional.of(given));
            }
        };
    }

    private static Given given(VendorConnection.ByConsent consent) {
        return consent.connections()
                .read()
                .map(stored -> new Given(
                        Optional.of(stored.refreshedAt()),
                        Optional.of(stored.accessUntil()),
                        consent.vendor().unusedLife().map(stored.refreshedAt()::plus),
                        stored.refusedSince()))
                .orElse(Given.NOTHING);
    }

    private List<Quota> quotas(Instant now) {
        var quotas = new ArrayList<Quota>();
        for (var vendor : vendors) {
            vendor.budgets().forEach((name, limits) -> quotas.add(quota(name, limits, now)));
        }
        return quotas;
    }

    private Quota quota(String name, CallLimits limits, Instant now) {
        var budget = budgets.read(name).budget().at(limits, now);
        var left = new EnumMap<Lane, Integer>(Lane.class);
        for (var lane : Lane.values()) {
            budget.leftOfDay(limits, lane).ifPresent(calls -> left.put(lane, calls));
        }
        var perDay = limits.perDay() == 0
                ? Optional.<Integer>empty()
                : Optional.of(Math.max(limits.perDay(), budget.day().mostLeft()));
        return new Quota(name, perDay, left, budget.block());
    }

    private Sweep sweep(String name, String label) {
        return new Sweep(
                name, label, marks.lastCompleted(name), marks.mark(name).map(HighWaterMark::at));
    }

    /// The index may lag behind a little, so a row is believed, not its place in the index.
    private OpenRows open(Instant now) {
        var due = links.due(now.plus(EVER), OPEN_MAX + 1);
        var rows = links.getAll(due.stream().limit(OPEN_MAX).toList());
        var counts = new EnumMap<State, Integer>(State.class);
        var parked = new ArrayList<Parked>();
        for (var row : rows) {
            state(row.work()).ifPresent(state -> counts.merge(state, 1, Integer::sum));
            if (row.work() instanceof Work.Parked work) {
                parked.add(new Parked(about(row), work.waitsFor(), work.reason(), work.recheckAt()));
            }
        }
        var oldest = rows.stream().flatMap(row -> row.work().dueAt().stream()).min(Instant::compareTo);
        return new OpenRows(counts, rows.size(), due.size() > OPEN_MAX, oldest, parked);
    }

    private static Optional<State> state(Work work) {
        return switch (work) {
            case Work.Idle _ -> Optional.empty();
            case Work.Settling _ -> Optional.of(State.SETTLING);
            case Work.Intended intent ->
                Optional.of(intent.phase() instanceof Work.Phase.Unknown ? State.LOOKED_FOR : State.CREATING);
            case Work.Acting _ -> Optional.of(State.WRITING);
            case Work.Parked _ -> Optional.of(State.PARKED);
        };
    }

    /// For a person: the record in the system in which it began.
    private static String about(Link link) {
        return link.key()
                .slot()
                .map(slot -> "deal " + slot.deal().value())
                .or(() ->
                        link.identity().records().stream().findFirst().map(record -> record.kind() + " " + record.id()))
                .orElse(link.key().value());
    }
}
