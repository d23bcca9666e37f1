package dev.quotetocash.sandbox.sim;

/// Thrown by a simulator instead of an answer: the caller sees the connection break.
public abstract sealed class BrokenConnection extends RuntimeException permits LostReply, ClosedConnection {

    private static final long serialVersionUID = 1L;

    BrokenConnection(String message) {
        super(message);
    }
}
