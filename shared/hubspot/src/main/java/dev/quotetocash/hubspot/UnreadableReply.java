package dev.quotetocash.hubspot;

import java.io.Serial;

/// A reply that is not what HubSpot documents. The message names the member, never its value.
final class UnreadableReply extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableReply(String what) {
        super(what);
    }
}
