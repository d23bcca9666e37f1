package dev.quotetocash.engine;

import dev.quotetocash.engine.StackStatus.Access;
import dev.quotetocash.engine.StackStatus.Given;
import dev.quotetocash.engine.StackStatus.Parked;
import dev.quotetocash.engine.StackStatus.Quota;
import dev.quotetocash.engine.StackStatus.Sweep;
import dev.quotetocash.sync.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A status as one screen for an operator: first what only a person can mend, then everything else.
public final class StatusScreen {

    /// Three sweeps missed, as the alarms have it.
    private static final Duration SWEEP_LATE = Duration.ofMinutes(30);

    /// The due-runner comes every minute.
    private static final Duration WORK_LATE = Duration.ofMinutes(15);

    /// As the alarm on the refresh token's age.
    private static final Duration UNUSED_LATE = Duration.ofDays(14);

    /// Reasons and records shown; `--json` has all of them.
    private static final int REASONS_MAX = 8;

    private static final int RECORDS_MAX = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StackStatus status;

    public StatusScreen(StackStatus status) {
        this.status = status;
    }

    /// What does not go on before somebody does something, a sentence each; nothing if all is well.
    public List<String> attention() {
        var all = new ArrayList<String>();
        if (status.installation().isEmpty()) all.add("The stack is not set up: run ./bridge setup.");
        else if (status.activatedAt().isEmpty()) all.add("No deal is invoiced yet: run ./bridge activate.");
        for (var access : status.connections()) {
            if (access.refused()) {
                all.add(access.vendor().label() + " refuses the credentials: put good ones into the secret.");
            }
            access.consent().ifPresent(given -> ask(all, access.vendor(), given));
        }
        status.sweeps().forEach(sweep -> ask(all, sweep));
        for (var queue : status.queues()) {
            if (queue.deadLetters() == 0) continue;
            all.add("In the queue " + queue.queue() + " messages were given up (" + queue.deadLetters()
                    + "): docs/operations.md says what to do.");
        }
        var waiting =
                status.open().parked().stream().filter(Parked::needsAPerson).count();
        if (waiting > 0) all.add("Parked records wait for what their reason asks for (" + waiting + "): see below.");
        status.open()
                .oldestDue()
                .filter(due -> due.isBefore(status.at().minus(WORK_LATE)))
                .ifPresent(due -> all.add("Work was due " + age(due) + " ago: does the due-runner run?"));
        return all;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("HubSpot account " + status.pair().portal().value() + ", Xero organisation "
                + status.pair().tenant().value() + ", " + time(status.at()));
        status.activatedAt().ifPresent(at -> lines.add("active for deals won after " + time(at)));
        status.restoredAt().ifPresent(at -> lines.add("tables restored " + age(at) + " ago"));
        section(lines, "Needs a person", attention().isEmpty() ? List.of("nothing") : attention());
        section(
                lines,
                "Connections",
                status.connections().stream().map(this::line).toList());
        section(lines, "Calls left of the day, by lane", quotas());
        section(
                lines,
                "Sweeps",
                table(
                        List.of("", "completed", "mark"),
                        status.sweeps().stream().map(this::row).toList()));
        section(lines, "Open work", work());
        section(
                lines,
                "Queues",
                table(
                        List.of("", "waiting", "under way", "delayed", "given up"),
                        status.queues().stream().map(StatusScreen::row).toList()));
        return lines;
    }

    private void ask(List<String> all, Vendor vendor, Given given) {
        if (given.renewedAt().isEmpty()) {
            all.add("Nobody has connected " + vendor.label() + " yet: run ./bridge connect.");
        }
        given.refusedSince()
                .ifPresent(since -> all.add(
                        vendor.label() + " refuses the connection for " + age(since) + ": run ./bridge connect."));
        given.diesAt()
                .filter(_ -> given.renewedAt()
                        .filter(renewed -> renewed.isBefore(status.at().minus(UNUSED_LATE)))
                        .isPresent())
                .ifPresent(dies -> all.add(vendor.label() + "'s tokens have not been renewed for "
                        + given.renewedAt().map(this::age).orElse("") + ", and die on " + time(dies)
                        + ": run ./bridge connect."));
    }

    /// Before activation there is nothing to sweep.
    private void ask(List<String> all, Sweep sweep) {
        var since = sweep.completedAt().or(status::activatedAt);
        if (status.activatedAt().isEmpty() || since.isEmpty()) return;
        if (since.get().isAfter(status.at().minus(SWEEP_LATE))) return;
        all.add("No sweep of " + sweep.label() + " was completed for " + age(since.get())
                + ": is the vendor's secret right, and is there quota?");
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
                        .map(until -> ", access until " + time(until))
                        .orElse("")
                + given.diesAt().map(dies -> ", dies unused on " + time(dies)).orElse("");
    }

    private List<String> quotas() {
        var heads = new ArrayList<>(List.of("", "of a day"));
        for (var lane : Lane.values())
            heads.add(lane.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        heads.add("");
        return table(heads, status.quotas().stream().map(this::row).toList());
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
                .map(block ->
                        "wants no calls before " + time(block.until()) + (block.daily() ? ": the day is used up" : ""))
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
                + (next.isAfter(status.at()) ? "in " + words(Duration.between(status.at(), next)) : "now");
    }

    private static void section(List<String> lines, String title, List<String> content) {
        lines.add("");
        lines.add(title);
        content.forEach(line -> lines.add("  " + line));
    }

    /// Columns as wide as their widest cell; the first to the left, numbers and times too, for few columns read
    /// easily.
    private static List<String> table(List<String> heads, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(heads);
        all.addAll(rows);
        var widths = new int[heads.size()];
        for (var row : all) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .repeat(' ', widths[column] - row.get(column).length() + 2);
        }
        return line.toString().stripTrailing();
    }

    private String age(Instant since) {
        return words(Duration.between(since, status.at()));
    }

    private static String words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) return Math.max(0, duration.toSeconds()) + " s";
        if (duration.compareTo(Duration.ofHours(2)) < 0) return duration.toMinutes() + " min";
        if (duration.compareTo(Duration.ofDays(2)) < 0) return duration.toHours() + " h";
        return duration.toDays() + " days";
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
