package dev.quotetocash.hubspot;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import java.time.Instant;
import java.util.function.Supplier;

/// The access token of a static app: it has no expiry and is renewed by hand (docs/reference/hubspot-api.md,
/// 10.2). The supplier is asked for every call, so a new secret takes effect when the supplier knows it.
public final class StaticToken implements Tokens {

    private final Supplier<String> secret;

    public StaticToken(Supplier<String> secret) {
        this.secret = secret;
    }

    /// HubSpot is not asked, so the answer has no time of its own: it is 1970.
    @Override
    public Reply<String> current() {
        var token = secret.get().strip();
        return token.isEmpty()
                ? new Reply.Failed<>(new RemoteFailure.Unauthorized())
                : new Reply.Ok<>(token, Instant.EPOCH);
    }

    /// There is no other token to be had.
    @Override
    public void refused() {}

    @Override
    public void accepted() {}
}
