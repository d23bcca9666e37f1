package dev.quotetocash.runtime;

/// Where a webhook with a valid signature goes that could not be read. Kept durably when it returns.
@FunctionalInterface
public interface Malformed {

    /// `reason` quotes nothing of the body.
    void keep(String reason, byte[] body);
}
