package dev.quotetocash.wiring;

import dev.quotetocash.aws.Secrets;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Locks;
import dev.quotetocash.engine.OAuthTokens;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.runtime.Priming;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Our app at one vendor: its id and secret, and the tokens of whoever lets it in.
final class OAuthApp {

    private final Secrets secret;

    OAuthApp(Secrets secret) {
        this.secret = secret;
    }

    Credentials credentials() {
        return new Credentials(secret.get("clientId"), secret.get("clientSecret"));
    }

    /// Read anew: the person who asks may just have put it in.
    Optional<String> clientId() {
        secret.refresh();
        return secret.find("clientSecret").flatMap(_ -> secret.find("clientId"));
    }

    /// None of them survives in a snapshot.
    static Tokens tokens(
            String lock,
            Connections connections,
            TokenGrant grant,
            Locks locks,
            Telemetry telemetry,
            InstantSource clock) {
        var tokens = new OAuthTokens(
                lock,
                connections,
                grant,
                locks,
                telemetry,
                clock,
                () -> UUID.randomUUID().toString());
        Priming.register(() -> {}, tokens::forget);
        return tokens;
    }
}
