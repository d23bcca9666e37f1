package dev.quotetocash.sandbox.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What the demo shows: chapters, facts, tables, and checks with a tick or a cross.
final class Screen {

    private final PrintStream out;
    private final List<String> failed = new ArrayList<>();
    private int chapter;
    private int passed;

    Screen(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println(text);
    }

    void chapter(String text) {
        chapter++;
        out.println();
        out.println(chapter + ". " + text);
    }

    void say(String text) {
        out.println("   " + text);
    }

    void check(boolean holds, String sentence) {
        out.println("   " + (holds ? "✓ " : "✗ ") + sentence);
        if (holds) passed++;
        else failed.add(sentence);
    }

    /// Columns as wide as their widest cell; the first row is the head.
    void table(List<List<String>> rows) {
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (var at = 0; at < widths.length; at++)
                widths[at] = Math.max(widths[at], row.get(at).length());
        }
        for (var row : rows) {
            var line = new StringBuilder("     ");
            for (var at = 0; at < widths.length; at++) {
                line.append(row.get(at)).repeat(' ', widths[at] - row.get(at).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    int passed() {
        return passed;
    }

    List<String> failed() {
        return List.copyOf(failed);
    }

    void end(String line) {
        out.println();
        out.println(line);
    }
}
