package dev.quotetocash.sandbox.sim;

/// Thrown by a simulator when an armed fault closes the connection before the request is applied.
public final class ClosedConnection extends BrokenConnection {

    private static final long serialVersionUID = 1L;

    public ClosedConnection(String endpoint) {
        super("closed before the request was applied: " + endpoint);
    }
}
