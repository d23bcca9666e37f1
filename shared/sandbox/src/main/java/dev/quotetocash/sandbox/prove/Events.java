package dev.quotetocash.sandbox.prove;

/// What people and faults do to a run, counted in the order in which it happens. A run can be cut off behind its
/// first few events, to find out how many of them a violation needs.
final class Events {

    private final Trace trace;
    private final int most;
    private int happened;
    private int edits;
    private int faults;
    private boolean quiet = true;

    Events(Trace trace, int most) {
        this.trace = trace;
        this.most = most;
    }

    /// True if a fault may strike; then it has happened.
    boolean fault(String what) {
        if (!happens("fault", what)) return false;
        faults++;
        return true;
    }

    /// True if a person may do something; then it has happened.
    boolean edit(String what) {
        if (!happens("person", what)) return false;
        edits++;
        return true;
    }

    /// Before this, nothing happens.
    void begin() {
        quiet = false;
    }

    /// Nothing happens any more.
    void end() {
        quiet = true;
    }

    boolean ended() {
        return quiet || happened >= most;
    }

    int happened() {
        return happened;
    }

    int edits() {
        return edits;
    }

    int faults() {
        return faults;
    }

    private boolean happens(String who, String what) {
        if (ended()) return false;
        happened++;
        trace.say(who, "[" + happened + "] " + what);
        return true;
    }
}
