package dev.quotetocash.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The four calls of Secrets Manager that the bridge and its tools make, in the JSON 1.1 protocol of the AWS
/// SDKs. A call that it does not know is refused by name.
final class SecretsEndpoint implements AutoCloseable {

    private static final String TARGET_PREFIX = "secretsmanager.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecretVault vault = new SecretVault();
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private SecretsEndpoint(HttpServer server) {
        this.server = server;
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    static SecretsEndpoint start() {
        try {
            return new SecretsEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("The Secrets Manager endpoint did not start", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    .orElse("");
            var request = JSON.readTree(exchange.getRequestBody());
            try {
                reply(exchange, 200, answer(target, request));
            } catch (SecretVault.Refused refused) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", refused.code());
                reply(
                        exchange,
                        400,
                        object().put("__type", refused.code()).put("message", String.valueOf(refused.getMessage())));
            }
        }
    }

    private ObjectNode answer(String target, JsonNode request) {
        return switch (target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : target) {
            case "CreateSecret" -> create(request);
            case "PutSecretValue" -> put(request);
            case "GetSecretValue" -> get(request);
            case "DescribeSecret" -> describe(request);
            case String unknown ->
                throw new SecretVault.Refused(
                        "UnknownOperationException", "The sandbox's Secrets Manager does not know " + unknown);
        };
    }

    private ObjectNode create(JsonNode request) {
        var created = vault.create(
                required(request, "Name"),
                text(request, "Description").orElse(""),
                token(request),
                text(request, "SecretString"),
                Instant.now());
        var reply = identity(created.secret());
        created.version().ifPresent(version -> reply.put("VersionId", version.id()));
        return reply;
    }

    private ObjectNode put(JsonNode request) {
        var stored = vault.put(
                required(request, "SecretId"), token(request), required(request, "SecretString"), Instant.now());
        return withVersion(identity(stored.secret()), stored.version().orElseThrow());
    }

    private ObjectNode get(JsonNode request) {
        var found = vault.get(required(request, "SecretId"), text(request, "VersionId"), text(request, "VersionStage"));
        var version = found.version().orElseThrow();
        return withVersion(identity(found.secret()), version)
                .put("SecretString", version.value())
                .put("CreatedDate", seconds(version.createdAt()));
    }

    private ObjectNode describe(JsonNode request) {
        var secret = vault.describe(required(request, "SecretId"));
        var reply = identity(secret)
                .put("Description", secret.description())
                .put("CreatedDate", seconds(secret.createdAt()));
        var stages = reply.putObject("VersionIdsToStages");
        for (var version : secret.versions()) {
            var list = stages.putArray(version.id());
            version.stages().forEach(list::add);
        }
        return reply;
    }

    private static ObjectNode identity(SecretVault.Secret secret) {
        return object().put("ARN", secret.arn()).put("Name", secret.name());
    }

    private static ObjectNode withVersion(ObjectNode reply, SecretVault.Version version) {
        reply.put("VersionId", version.id());
        var stages = reply.putArray("VersionStages");
        version.stages().forEach(stages::add);
        return reply;
    }

    private static String token(JsonNode request) {
        return text(request, "ClientRequestToken")
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static Optional<String> text(JsonNode request, String member) {
        return Optional.ofNullable(request.get(member)).map(JsonNode::asText);
    }

    private static String required(JsonNode request, String member) {
        return text(request, member)
                .orElseThrow(() -> new SecretVault.Refused("InvalidParameterException", member + " is missing"));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void reply(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
