package dev.quotetocash.sandbox.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Makes a violation readable: how few of a run's events it needs, and the story of the records that it is about.
final class Shrinking {

    private static final int LINES_MAX = 400;

    private Shrinking() {}

    /// The shortest prefix of events with which the same rule is broken, found by halving. A run that is cut off
    /// behind an event goes the same way up to there.
    static Verdict shortest(Verdict failed) {
        var rule = failed.violations().getFirst().rule();
        var least = 0;
        var most = failed.events();
        while (least < most) {
            var middle = (least + most) / 2;
            if (breaks(Proof.of(failed.options().after(middle)), rule)) most = middle;
            else least = middle + 1;
        }
        var shortest = Proof.traced(failed.options().after(most));
        return breaks(shortest, rule) ? shortest : Proof.traced(failed.options());
    }

    private static boolean breaks(Verdict verdict, String rule) {
        return verdict.violations().stream()
                .anyMatch(violation -> violation.rule().equals(rule));
    }

    /// Everything that was done by whoever had to do with the records of the first violation, the last lines if
    /// they are too many.
    static List<String> story(Verdict traced) {
        var records = traced.violations().getFirst().records();
        if (records.isEmpty()) return last(traced.trace());
        var actors = new LinkedHashSet<String>();
        for (var line : traced.trace()) {
            if (records.stream().anyMatch(line::contains)) actors.add(who(line));
        }
        // Who sweeps or edits has to do with everything: of an edit only the lines that name a record, of a sweep none.
        var story = new ArrayList<String>();
        for (var line : traced.trace()) {
            var names = records.stream().anyMatch(line::contains)
                    && !line.contains("Links.atAll")
                    && !line.contains("Links.getAll");
            if (names || (actors.contains(who(line)) && who(line).contains("/invoices"))) story.add(line);
        }
        return last(story);
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
    }

    private static String who(String line) {
        var parts = line.split("  ", 3);
        return parts.length < 2 ? "" : parts[1];
    }
}
