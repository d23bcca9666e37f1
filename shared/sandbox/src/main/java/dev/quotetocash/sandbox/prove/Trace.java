package dev.quotetocash.sandbox.prove;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What happened, line by line: `<time>  <who>  <what>`. Its fingerprint tells whether two runs were the same; the
/// lines themselves are kept only where somebody is going to read them.
final class Trace {

    private final InstantSource clock;
    private final MessageDigest digest;
    private final boolean keeping;
    private final List<String> lines = new ArrayList<>();

    Trace(InstantSource clock, boolean keeping) {
        this.clock = clock;
        this.keeping = keeping;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    void say(String who, String what) {
        var now = clock.instant();
        var line = now.getEpochSecond() + "." + now.getNano() + "  " + who + "  " + what;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        if (keeping) lines.add(now + "  " + who + "  " + what);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /// Ends the trace.
    String fingerprint() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
