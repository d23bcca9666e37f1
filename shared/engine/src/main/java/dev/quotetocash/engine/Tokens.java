package dev.quotetocash.engine;

/// The access token for one vendor. Kept as long as it lives; never logged.
public interface Tokens {

    /// Fails with [Unauthorized][RemoteFailure.Unauthorized] if the vendor refuses our credentials.
    Reply<String> current();

    /// The vendor has refused the current token: the next call to [#current] asks for a new one, where there is a
    /// way to.
    void refused();

    /// The vendor has taken the current token.
    void accepted();
}
