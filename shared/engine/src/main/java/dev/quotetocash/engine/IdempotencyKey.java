package dev.quotetocash.engine;

import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The key that a create carries, derived from the records, their attempts and exact bodies, in the order of
/// the request: only a fast repeat of the very same request is one. It helps against nothing else: Xero forgets
/// it after 6 minutes, caches errors under it, and may scope it to a token (docs/reference/xero-api.md, 2).
final class IdempotencyKey {

    private IdempotencyKey() {}

    /// Of links that are Intended. 64 characters; Xero takes 128.
    static String of(List<Link> links) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var link : links) {
                var intent = (Work.Intended) link.work();
                var head = link.key().value() + "\n" + intent.attempt() + "\n";
                digest.update(head.getBytes(StandardCharsets.UTF_8));
                digest.update(intent.body().bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
