package dev.quotetocash.xero;

import dev.quotetocash.engine.RemoteFailure;
import java.io.Serial;

/// Ends a sequence of calls at the first one that fails; never leaves this package.
final class CallFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RemoteFailure failure;

    CallFailed(RemoteFailure failure) {
        super(failure.getClass().getSimpleName(), null, false, false);
        this.failure = failure;
    }

    RemoteFailure failure() {
        return failure;
    }
}
