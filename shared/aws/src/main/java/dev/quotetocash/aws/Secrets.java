package dev.quotetocash.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// One secret of Secrets Manager, a JSON object of texts. It is remembered for [#LIFE], so that a rotation
/// needs no deployment. Its values appear in no `toString` and in no exception.
public final class Secrets {

    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretsManagerClient client;
    private final String secretId;
    private final InstantSource clock;
    private @Nullable Remembered remembered;

    private record Remembered(Map<String, String> values, Instant until) {
        @Override
        public String toString() {
            return "Remembered[until " + until + "]";
        }
    }

    public Secrets(SecretsManagerClient client, String secretId, InstantSource clock) {
        this.client = client;
        this.secretId = secretId;
        this.clock = clock;
    }

    /// The value of a member. A missing or empty one means that nobody has put it in yet, and is an exception
    /// that says so.
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("the secret " + secretId + " has no '" + name + "'"));
    }

    /// Empty text counts as missing.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values().get(name)).filter(value -> !value.isEmpty());
    }

    /// Forgets what is remembered: the vendor has refused it, or a snapshot was restored.
    public synchronized void refresh() {
        remembered = null;
    }

    private synchronized Map<String, String> values() {
        var now = clock.instant();
        var known = remembered;
        if (known != null && now.isBefore(known.until())) return known.values();
        var read = parse(client.getSecretValue(get -> get.secretId(secretId)).secretString());
        remembered = new Remembered(read, now.plus(LIFE));
        return read;
    }

    private Map<String, String> parse(@Nullable String json) {
        var values = new LinkedHashMap<String, String>();
        for (var member : object(json).properties()) {
            if (member.getValue().isTextual())
                values.put(member.getKey(), member.getValue().textValue());
        }
        return values;
    }

    private JsonNode object(@Nullable String json) {
        try {
            var read = JSON.readTree(json == null ? "" : json);
            if (read.isObject()) return read;
        } catch (JsonProcessingException _) {
            // Its message quotes the text, so it goes no further.
        }
        throw new IllegalStateException("the secret " + secretId + " is not a JSON object");
    }

    @Override
    public String toString() {
        return "Secrets[" + secretId + "]";
    }
}
