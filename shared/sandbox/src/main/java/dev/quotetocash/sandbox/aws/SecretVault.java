package dev.quotetocash.sandbox.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Secrets and their versions. A request token is the id of the version it makes: the same token with the same
/// value changes nothing, with another value it is refused. Source: Secrets Manager API reference, PutSecretValue
/// and CreateSecret.
final class SecretVault {

    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";

    private final Map<String, Secret> byName = new LinkedHashMap<>();

    record Version(String id, String value, List<String> stages, Instant createdAt) {

        Version with(List<String> newStages) {
            return new Version(id, value, newStages, createdAt);
        }
    }

    /// `versions` in the order in which they were made.
    record Secret(String arn, String name, String description, Instant createdAt, List<Version> versions) {

        Optional<Version> version(String id) {
            return versions.stream().filter(version -> version.id().equals(id)).findFirst();
        }

        Optional<Version> staged(String stage) {
            return versions.stream()
                    .filter(version -> version.stages().contains(stage))
                    .findFirst();
        }

        /// The new version becomes the current one, the current one the previous; older ones have no stage any
        /// more.
        Secret plus(Version added) {
            var next = new ArrayList<Version>();
            for (var version : versions)
                next.add(version.with(version.stages().contains(CURRENT) ? List.of(PREVIOUS) : List.of()));
            next.add(added);
            return new Secret(arn, name, description, createdAt, List.copyOf(next));
        }
    }

    /// `version` is empty for a secret that was created without a value.
    record Found(Secret secret, Optional<Version> version) {}

    /// An answer with an error code of Secrets Manager.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    synchronized Found create(String name, String description, String token, Optional<String> value, Instant now) {
        var existing = byName.get(name);
        if (existing != null) {
            var same = existing.version(token)
                    .filter(version -> version.value().equals(value.orElse("")))
                    .orElseThrow(() -> new Refused("ResourceExistsException", "The secret " + name + " exists"));
            return new Found(existing, Optional.of(same));
        }
        byName.put(name, new Secret(arn(name), name, description, now, List.of()));
        if (value.isPresent()) return put(name, token, value.get(), now);
        return new Found(describe(name), Optional.empty());
    }

    synchronized Found put(String id, String token, String value, Instant now) {
        var secret = describe(id);
        var earlier = secret.version(token);
        if (earlier.isPresent()) {
            if (earlier.get().value().equals(value)) return new Found(secret, earlier);
            throw new Refused("ResourceExistsException", "The token " + token + " made a version with another value");
        }
        var added = new Version(token, value, List.of(CURRENT), now);
        var next = secret.plus(added);
        byName.put(next.name(), next);
        return new Found(next, Optional.of(added));
    }

    synchronized Found get(String id, Optional<String> versionId, Optional<String> stage) {
        var secret = describe(id);
        var wanted = versionId.isPresent()
                ? secret.version(versionId.get())
                        .filter(version -> stage.isEmpty() || version.stages().contains(stage.get()))
                : secret.staged(stage.orElse(CURRENT));
        if (wanted.isEmpty())
            throw new Refused(
                    "ResourceNotFoundException", "The secret " + secret.name() + " has no such version or stage");
        return new Found(secret, wanted);
    }

    /// By name or ARN.
    synchronized Secret describe(String id) {
        return byName.values().stream()
                .filter(secret -> secret.name().equals(id) || secret.arn().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("ResourceNotFoundException", "There is no secret " + id));
    }

    /// AWS appends six random characters; ours follow from the name, so that a replayed run sees the same ARN.
    private static String arn(String name) {
        return String.format(
                Locale.ROOT,
                "arn:aws:secretsmanager:%s:%s:secret:%s-%06x",
                EmbeddedAws.REGION,
                EmbeddedAws.ACCOUNT,
                name,
                name.hashCode() & 0xffffff);
    }
}
