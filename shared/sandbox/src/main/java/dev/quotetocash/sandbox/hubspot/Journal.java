package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What it takes to undo the changes of work that may yet be refused. Outside of such work nothing is kept.
final class Journal {

    private final List<Runnable> steps = new ArrayList<>();
    private int depth;

    /// `undo` takes the change back that is about to be made.
    void changing(Runnable undo) {
        if (depth > 0) steps.add(undo);
    }

    /// Applies all of `work` or, when it fails, none of it. May be nested.
    <T> T atomically(Supplier<T> work) {
        var mark = steps.size();
        depth++;
        try {
            return work.get();
        } catch (RuntimeException failed) {
            while (steps.size() > mark) steps.removeLast().run();
            throw failed;
        } finally {
            depth--;
            if (depth == 0) steps.clear();
        }
    }
}
