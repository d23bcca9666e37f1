package dev.quotetocash.xero;

import java.io.Serial;

/// A reply that is not what Xero documents. The message names the member, never its value.
final class UnreadableReply extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableReply(String what) {
        super(what);
    }
}
