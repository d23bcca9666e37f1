package dev.quotetocash.engine;

import dev.quotetocash.engine.StackStatus.Access;
import dev.quotetocash.engine.StackStatus.Given;
import dev.quotetocash.engine.StackStatus.Parked;
import dev.quotetocash.engine.StackStatus.Quota;
import dev.quotetocash.engine.StackStatus.Sweep;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A status as one screen for an operator: first what only a person can mend, then everything else.
public final class StatusScreen {

    /// Reasons and records shown; `--json` has all of them.
    private static final int REASONS_MAX = 8;

    private static final int RECORDS_MAX = 3;

    private final StackStatus status;

    public StatusScreen(StackStatus status) {
        this.status = status;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("HubSpot account " + status.pair().portal().value() + ", Xero organisation "
                + status.pair().tenant().value() + ", " + Ages.time(status.at()));
        status.activatedAt().ifPresent(at -> lines.add("active for deals won after " + Ages.time(at)));
        status.restoredAt().ifPresent(at -> lines.add("tables restored " + age(at) + " ago"));
        var attention = new StatusAttention(status).lines();
        section(lines, "Needs a person", attention.isEmpty() ? List.of("nothing") : attention);
        section(
                lines,
                "Connections",
                status.connections().stream().map(this::line).toList());
        section(lines, "Calls left of the day, by lane", quotas());
        section(
                lines,
                "Sweeps",
                TextTable.lines(
                        List.of("", "completed", "mark"),
                        status.sweeps().stream().map(this::row).toList()));
        section(lines, "Open work", work());
        section(
                lines,
                "Queues",
                TextTable.lines(
                        List.of("", "waiting", "under way", "delayed", "given up"),
                        status.queues().stream().map(StatusScreen::row).toList()));
        return lines;
    }

    private String line(Access access) {
        var label = String.format(Locale.ROOT, "%-8s ", access.vendor().label());
        return label
                + access.consent()
                        .map(this::words)
                        .orElse("by the credentials in its secret" + (access.refused() ? ": REFUSED" : ""));
    }

    private String words(Given given) {
        if (given.renewedAt().isEmpty()) return "by consent: not connected";
        var refused = given.refusedSince().map(since -> "by consent: REFUSED for " + age(since));
        return refused.orElse("by consent") + ", renewed "
                + age(given.renewedAt().get()) + " ago"
                + given.accessUntil()
                        .map(until -> ", access until " + Ages.time(until))
                        .orElse("")
                + given.diesAt()
                        .map(dies -> ", dies unused on " + Ages.time(dies))
                        .orElse("");
    }

    private List<String> quotas() {
        var heads = new ArrayList<>(List.of("", "of a day"));
        for (var lane : Lane.values())
            heads.add(lane.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        heads.add("");
        return TextTable.lines(heads, status.quotas().stream().map(this::row).toList());
    }

    private List<String> row(Quota quota) {
        var cells = new ArrayList<String>();
        cells.add(quota.name().replaceFirst("#[^#]*", "").replace('#', ' '));
        cells.add(quota.perDay().map(String::valueOf).orElse("no limit"));
        for (var lane : Lane.values()) {
            cells.add(
                    quota.left().containsKey(lane) ? String.valueOf(quota.left().get(lane)) : "");
        }
        cells.add(quota.waitsUntil()
                .map(block -> "wants no calls before " + Ages.time(block.until())
                        + (block.daily() ? ": the day is used up" : ""))
                .orElse(""));
        return cells;
    }

    private List<String> row(Sweep sweep) {
        return List.of(
                sweep.label(),
                sweep.completedAt().map(at -> age(at) + " ago").orElse("never"),
                sweep.mark().map(Instant::toString).orElse("-"));
    }

    private static List<String> row(Backlog queue) {
        return List.of(
                queue.queue(),
                String.valueOf(queue.waiting()),
                String.valueOf(queue.underWay()),
                String.valueOf(queue.delayed()),
                String.valueOf(queue.deadLetters()));
    }

    private List<String> work() {
        var open = status.open();
        if (open.looked() == 0) return List.of("none");
        var lines = new ArrayList<String>();
        var counts = open.counts().entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey().label())
                .collect(Collectors.joining(", "));
        lines.add(counts + (open.more() ? "; these are the first " + open.looked() + ", and there are more" : ""));
        var reasons = byReason(open.parked());
        reasons.entrySet().stream().limit(REASONS_MAX).forEach(reason -> {
            lines.add(reason.getKey());
            lines.add("  " + records(reason.getValue()));
        });
        if (reasons.size() > REASONS_MAX) lines.add((reasons.size() - REASONS_MAX) + " more reasons: see --json");
        return lines;
    }

    private static Map<String, List<Parked>> byReason(List<Parked> parked) {
        return parked.stream().collect(Collectors.groupingBy(Parked::reason, LinkedHashMap::new, Collectors.toList()));
    }

    private String records(List<Parked> parked) {
        var named = parked.stream().limit(RECORDS_MAX).map(Parked::about).collect(Collectors.joining(", "));
        var more = parked.size() > RECORDS_MAX ? " and " + (parked.size() - RECORDS_MAX) + " more" : "";
        var next = parked.stream().map(Parked::nextTry).min(Instant::compareTo).orElseThrow();
        return named + more + "; tried again "
                + (next.isAfter(status.at()) ? "in " + Ages.between(status.at(), next) : "now");
    }

    private static void section(List<String> lines, String title, List<String> content) {
        lines.add("");
        lines.add(title);
        content.forEach(line -> lines.add("  " + line));
    }

    private String age(Instant since) {
        return Ages.between(since, status.at());
    }
}
