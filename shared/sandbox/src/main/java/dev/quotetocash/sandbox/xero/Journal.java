package dev.quotetocash.sandbox.xero;

import java.util.ArrayDeque;
import java.util.Deque;

/// How to take back what the present request has changed in the books, newest change first.
final class Journal {

    private final Deque<Runnable> undo = new ArrayDeque<>();

    void note(Runnable takesBack) {
        undo.push(takesBack);
    }

    int mark() {
        return undo.size();
    }

    void takeBackTo(int mark) {
        while (undo.size() > mark) undo.pop().run();
    }

    /// What was changed so far stays.
    void close() {
        undo.clear();
    }
}
