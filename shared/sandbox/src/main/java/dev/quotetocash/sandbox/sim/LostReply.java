package dev.quotetocash.sandbox.sim;

/// Thrown by a simulator after it has applied a request whose reply an armed fault loses: the caller sees a
/// broken connection.
public final class LostReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostReply(String endpoint) {
        super("reply lost after commit: " + endpoint);
    }
}
