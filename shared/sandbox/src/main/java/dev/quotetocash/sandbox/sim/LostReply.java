package dev.quotetocash.sandbox.sim;

/// Thrown by a simulator after it has applied a request whose reply an armed fault loses.
public final class LostReply extends BrokenConnection {

    private static final long serialVersionUID = 1L;

    public LostReply(String endpoint) {
        super("reply lost after commit: " + endpoint);
    }
}
