package dev.quotetocash.sandbox.host;

/// How many messages a queue holds, and its dead-letter queue if it has one.
public record QueueDepth(long visible, long inFlight, long delayed, long deadLetters) {

    /// Nothing waits, nothing is being worked on. Dead letters do not count: nobody works on them.
    public boolean isQuiet() {
        return visible + inFlight + delayed == 0;
    }
}
