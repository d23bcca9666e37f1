package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP API of API Gateway with payload format 2.0, and Lambda's own call for invoking a function directly.
/// Format: docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
final class HttpApi implements AutoCloseable {

    private static final String INVOKE_PREFIX = "/2015-03-31/functions/";
    private static final String INVOKE_SUFFIX = "/invocations";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, LoadedFunction> routes = new ConcurrentHashMap<>();
    private final Map<String, LoadedFunction> functions = new ConcurrentHashMap<>();

    private record Reply(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

        static Reply json(int status, String json) {
            return new Reply(
                    status,
                    Map.of("Content-Type", "application/json"),
                    List.of(),
                    json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Takes the port at once, so that its address is known before the functions are loaded; answers after
    /// [#start].
    HttpApi(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ": choose another port", e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::serve);
    }

    String domainName() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address() {
        return "http://" + domainName();
    }

    /// The same for a browser that somebody is sent back to: of plain HTTP, vendors allow this name only.
    String publicAddress() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void route(String key, LoadedFunction function) {
        if (routes.put(key, function) != null) throw new TemplateException("Events", key + " has two functions");
    }

    void invocable(LoadedFunction function) {
        functions.put(function.declaration().logicalId(), function);
    }

    void start() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            reply.cookies().forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var body = exchange.getRequestBody().readAllBytes();
        if (path.startsWith(INVOKE_PREFIX) && path.endsWith(INVOKE_SUFFIX))
            return invocation(
                    path.substring(INVOKE_PREFIX.length(), path.length() - INVOKE_SUFFIX.length()),
                    new String(body, StandardCharsets.UTF_8));
        var routeKey = exchange.getRequestMethod() + " " + path;
        var function = routes.get(routeKey);
        if (function == null) return Reply.json(404, "{\"message\":\"Not Found\"}");
        try {
            return httpReply(function.invoke(event(exchange, routeKey, path, body)));
        } catch (FunctionFailed alreadyReported) {
            return Reply.json(500, "{\"message\":\"Internal Server Error\"}");
        }
    }

    private Reply invocation(String logicalId, String event) {
        var function = functions.get(logicalId);
        if (function == null)
            return Reply.json(
                    404,
                    JSON.createObjectNode()
                            .put("Type", "User")
                            .put("Message", "Function not found: " + logicalId)
                            .toString());
        try {
            return Reply.json(200, function.invoke(event.isEmpty() ? "{}" : event));
        } catch (FunctionFailed failed) {
            var error = JSON.createObjectNode()
                    .put("errorMessage", String.valueOf(failed.getMessage()))
                    .put("errorType", failed.errorType());
            var reply = Reply.json(200, error.toString());
            return new Reply(
                    reply.status(),
                    Map.of("Content-Type", "application/json", "X-Amz-Function-Error", "Unhandled"),
                    List.of(),
                    reply.body());
        }
    }

    private String event(HttpExchange exchange, String routeKey, String path, byte[] body) {
        var query = exchange.getRequestURI().getRawQuery();
        var event = JSON.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", routeKey)
                .put("rawPath", path)
                .put("rawQueryString", query == null ? "" : query);
        var headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.put("x-forwarded-proto", "http");
        cookies(event, headers);
        if (query != null) queryParameters(event, query);
        event.set("requestContext", requestContext(exchange, routeKey, path));
        var textual = isText(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (body.length > 0)
            event.put(
                    "body",
                    textual
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        return event.put("isBase64Encoded", body.length > 0 && !textual).toString();
    }

    private ObjectNode requestContext(HttpExchange exchange, String routeKey, String path) {
        var now = Instant.now();
        var context = JSON.createObjectNode()
                .put("accountId", "000000000000")
                .put("apiId", "api")
                .put("domainName", calledName(exchange))
                .put("domainPrefix", "api")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", routeKey)
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", path)
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("userAgent", exchange.getRequestHeaders().getFirst("User-Agent"));
        return context;
    }

    /// Like a gateway with several domain names: the one that was called.
    private String calledName(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return publicAddress().equals("http://" + host) ? host : domainName();
    }

    /// Format 2.0 has the cookies in a list of their own, and no longer among the headers.
    private static void cookies(ObjectNode event, ObjectNode headers) {
        if (!headers.has("cookie")) return;
        var cookies = event.putArray("cookies");
        for (var cookie : headers.remove("cookie").asText().split(";")) cookies.add(cookie.strip());
    }

    private static void queryParameters(ObjectNode event, String query) {
        var parameters = event.putObject("queryStringParameters");
        for (var pair : query.split("&")) {
            var at = pair.indexOf('=');
            var name = decode(at < 0 ? pair : pair.substring(0, at));
            var value = at < 0 ? "" : decode(pair.substring(at + 1));
            parameters.put(name, parameters.has(name) ? parameters.get(name).asText() + "," + value : value);
        }
    }

    /// API Gateway hands over text as it is and everything else in Base64.
    private static boolean isText(@org.jspecify.annotations.Nullable String contentType) {
        if (contentType == null) return true;
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/xml");
    }

    /// A reply without `statusCode` is the body of a 200.
    private static Reply httpReply(String json) {
        try {
            var reply = JSON.readTree(json);
            if (!reply.has("statusCode")) return Reply.json(200, json);
            var headers = new java.util.LinkedHashMap<String, String>();
            Template.members(reply.path("headers")).forEach((name, value) -> headers.put(name, value.asText()));
            var cookies =
                    reply.path("cookies").valueStream().map(JsonNode::asText).toList();
            return new Reply(reply.path("statusCode").asInt(), headers, cookies, body(reply));
        } catch (JsonProcessingException e) {
            return Reply.json(500, "{\"message\":\"Internal Server Error\"}");
        }
    }

    private static byte[] body(JsonNode reply) {
        var text = reply.path("body").asText("");
        return reply.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
