package dev.quotetocash.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// A connection as a secret of its own, which functions write:
/// `{"accessToken":..,"accessUntil":..,"refreshToken":.., "refreshedAt":..}` and, while the vendor refuses it,
/// `refusedSince`. An empty object, as the template makes it, is no connection. Its text appears in no exception.
public final class SecretConnections implements Connections {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretsManagerClient client;
    private final String secretId;

    public SecretConnections(SecretsManagerClient client, String secretId) {
        this.client = client;
        this.secretId = secretId;
    }

    @Override
    public Optional<Connection> read() {
        var text = client.getSecretValue(get -> get.secretId(secretId)).secretString();
        try {
            var json = object(text);
            return json.isEmpty() ? Optional.empty() : Optional.of(connection(json));
        } catch (JsonProcessingException | DateTimeException _) {
            // What they quote goes no further.
        }
        throw new IllegalStateException("the secret " + secretId + " does not hold a connection");
    }

    @Override
    public void write(Connection next) {
        var json = JSON.createObjectNode()
                .put("accessToken", next.accessToken())
                .put("accessUntil", next.accessUntil().toString())
                .put("refreshToken", next.refreshToken())
                .put("refreshedAt", next.refreshedAt().toString());
        next.refusedSince().ifPresent(since -> json.put("refusedSince", since.toString()));
        client.putSecretValue(put -> put.secretId(secretId).secretString(json.toString()));
    }

    private static JsonNode object(@Nullable String text) throws JsonProcessingException {
        var json = JSON.readTree(text == null || text.isBlank() ? "{}" : text);
        return json.isObject() ? json : JSON.createObjectNode().put("accessUntil", "no object");
    }

    private static Connection connection(JsonNode json) {
        return new Connection(
                json.path("accessToken").asText(),
                Instant.parse(json.path("accessUntil").asText()),
                json.path("refreshToken").asText(),
                Instant.parse(json.path("refreshedAt").asText()),
                Optional.ofNullable(json.get("refusedSince")).map(since -> Instant.parse(since.asText())));
    }

    @Override
    public String toString() {
        return "SecretConnections[" + secretId + "]";
    }
}
