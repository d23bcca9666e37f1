package dev.quotetocash.sandbox.prove;

/// A process is gone: nothing of it happens after this. An Error, so that no code of ours takes it for a failure.
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String why) {
        super(why, null, false, false);
    }
}
