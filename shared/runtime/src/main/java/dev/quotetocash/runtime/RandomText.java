package dev.quotetocash.runtime;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/// Random texts of 256 bits, in 43 characters that may stand in an address or a cookie.
public final class RandomText implements Supplier<String> {

    private static final int BYTES = 32;

    /// A generator of its own for each text: one that stood in a snapshot would give all of its copies the same.
    @Override
    public String get() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
