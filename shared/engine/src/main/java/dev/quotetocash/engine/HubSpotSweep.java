package dev.quotetocash.engine;

import dev.quotetocash.engine.HubSpotGateway.IdPage;
import dev.quotetocash.engine.HubSpotGateway.Range;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.SweepWindow;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Picks up changes in HubSpot that no webhook told of. It reads closed windows of modified times, by id inside a
/// window; a window too large for one run is gone on with in the next. Windows overlap, because HubSpot's index
/// lags and its times come from many machines: by an hour, and once a day by 25 hours.
public final class HubSpotSweep {

    /// The sweeps' names in the table of high-water marks.
    static final String DEALS = "deal#hubspot";

    static final String LINE_ITEMS = "line_item#hubspot";

    private static final int CALLS_MAX = 40;
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final Duration DAILY_OVERLAP = Duration.ofHours(25);
    private static final Duration DAY = Duration.ofHours(24);

    /// What is swept, and what is done with the ids of a page.
    private interface Source {
        Reply<IdPage> page(Range range);

        /// The deals behind the ids that have to be looked at.
        Reply<List<HubSpotDealId>> deals(List<String> ids);
    }

    private final String name;
    private final Source source;
    private final Marks marks;
    private final Notices notices;
    private final InstantSource clock;

    private HubSpotSweep(String name, Source source, Marks marks, Notices notices, InstantSource clock) {
        this.name = name;
        this.source = source;
        this.marks = marks;
        this.notices = notices;
        this.clock = clock;
    }

    /// Deals in a won stage.
    public static HubSpotSweep deals(
            HubSpotGateway hubspot, Links links, Marks marks, Notices notices, InstantSource clock) {
        var source = new Source() {
            @Override
            public Reply<IdPage> page(Range range) {
                return hubspot.sweepWonDeals(range, Lane.SWEEP);
            }

            @Override
            public Reply<List<HubSpotDealId>> deals(List<String> ids) {
                var won = ids.stream().map(HubSpotDealId::new).toList();
                var known = links.getAll(won.stream().map(HubSpotSweep::key).toList()).stream()
                        .filter(link -> !isWorthALook(link))
                        .map(Link::key)
                        .collect(Collectors.toSet());
                var left =
                        won.stream().filter(deal -> !known.contains(key(deal))).toList();
                return new Reply.Ok<>(left, Instant.EPOCH);
            }
        };
        return new HubSpotSweep(DEALS, source, marks, notices, clock);
    }

    /// Line items whose deal is known and waits for a change: theirs need not move the deal's date.
    public static HubSpotSweep lineItems(
            HubSpotGateway hubspot, Links links, Marks marks, Notices notices, InstantSource clock) {
        var source = new Source() {
            @Override
            public Reply<IdPage> page(Range range) {
                return hubspot.sweepLineItems(range, Lane.SWEEP);
            }

            @Override
            public Reply<List<HubSpotDealId>> deals(List<String> ids) {
                var items = ids.stream().map(HubSpotLineItemId::new).toList();
                return switch (hubspot.dealsOf(items, Lane.SWEEP)) {
                    case Reply.Failed<List<HubSpotDealId>> failed -> failed;
                    case Reply.Ok<List<HubSpotDealId>>(var deals, var at) -> new Reply.Ok<>(waiting(links, deals), at);
                };
            }
        };
        return new HubSpotSweep(LINE_ITEMS, source, marks, notices, clock);
    }

    /// `queued` counts deals; `sinceLast` is how long ago the sweep before this one completed.
    public record Swept(boolean completed, int rows, int queued, Optional<Duration> sinceLast) {}

    /// Before activation no deal is invoiced, so nothing is read.
    public Swept sweep() {
        var now = clock.instant();
        var sinceLast = marks.lastCompleted(name).or(marks::activatedAt).map(last -> Duration.between(last, now));
        var activatedAt = marks.activatedAt();
        if (activatedAt.isEmpty()) return new Swept(true, 0, 0, sinceLast);

        var open = marks.window(name);
        var from = open.map(SweepWindow::from).orElseGet(() -> begin(activatedAt.get(), now));
        var rows = 0;
        var queued = 0;
        for (var call = 0; call < CALLS_MAX; call++) {
            var range = new Range(
                    from,
                    open.map(SweepWindow::to),
                    open.map(SweepWindow::afterId).orElse("0"));
            if (!(source.page(range) instanceof Reply.Ok<IdPage>(var page, var at))) break;
            if (!(source.deals(page.ids()) instanceof Reply.Ok<List<HubSpotDealId>>(var deals, var _))) break;
            rows += page.ids().size();
            queued += deals.size();
            enqueue(deals, now);
            var window = open.orElseGet(() -> new SweepWindow(from, at.isBefore(from) ? from : at, "0"));
            if (!page.full()) {
                finish(window);
                return new Swept(true, rows, queued, sinceLast);
            }
            // Everything up to here is queued: what comes after may fail without losing the way so far.
            open = Optional.of(window.behind(page.ids().getLast()));
            marks.pause(name, open.get());
        }
        return new Swept(false, rows, queued, sinceLast);
    }

    private Instant begin(Instant activatedAt, Instant now) {
        var mark = marks.mark(name).map(HighWaterMark::at).orElse(activatedAt);
        var daily = marks.lastCompleted(daily())
                .filter(last -> now.isBefore(last.plus(DAY)))
                .isEmpty();
        return mark.minus(daily ? DAILY_OVERLAP : OVERLAP);
    }

    private void finish(SweepWindow window) {
        var now = clock.instant();
        marks.advance(name, new HighWaterMark(window.to()));
        marks.closeWindow(name);
        marks.completed(name, now);
        var length = Duration.between(window.from(), window.to());
        if (length.compareTo(DAILY_OVERLAP) >= 0) marks.completed(daily(), now);
    }

    private String daily() {
        return name + "#daily";
    }

    private void enqueue(List<HubSpotDealId> deals, Instant now) {
        if (deals.isEmpty()) return;
        var ids = deals.stream().map(HubSpotDealId::value).toList();
        notices.enqueue(Notice.chunks(Notice.Kind.DEAL, ids, "sweep", now), Duration.ZERO);
    }

    private static List<HubSpotDealId> waiting(Links links, List<HubSpotDealId> deals) {
        var keys = deals.stream().map(HubSpotSweep::key).toList();
        return links.getAll(keys).stream()
                .filter(HubSpotSweep::isWorthALook)
                .map(link -> link.key().slot().orElseThrow().deal())
                .toList();
    }

    /// What is settling, being sent or being written has a time of its own, at which the deal is read anyway.
    /// What is parked may have been mended, and what was suspended may be back.
    private static boolean isWorthALook(Link link) {
        return switch (link.work()) {
            case Work.Settling _, Work.Intended _, Work.Acting _ -> false;
            case Work.Parked _ -> true;
            case Work.Idle _ ->
                switch (link.identity()) {
                    case Identity.Linked _ ->
                        Attention.aboutAmount(link.baseline()).isPresent();
                    case Identity.Unlinked _, Identity.Suspended _ -> true;
                    case Identity.AliasOf _ -> false;
                };
        };
    }

    private static LinkKey key(HubSpotDealId deal) {
        return Slot.first(deal).key();
    }
}
