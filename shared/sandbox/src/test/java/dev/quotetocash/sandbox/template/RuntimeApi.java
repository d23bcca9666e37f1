package dev.quotetocash.sandbox.template;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Lambda's side of a function's process: hands out one invocation and takes what comes back.
/// Source: docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
final class RuntimeApi implements AutoCloseable {

    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

    private static final String RESTORE = "/2018-06-01/runtime/restore/next";

    /// What the process said: `kind` is the last part of the path, `response`, `error` (of an invocation or of
    /// the start).
    record Said(String kind, String body) {}

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final AtomicInteger snapshots = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    /// For AWS_LAMBDA_RUNTIME_API, which has no scheme.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// How often the process asked to be frozen: once, when its first copy is snapshot.
    int snapshots() {
        return snapshots.get();
    }

    void invoke(String event) {
        events.add(event);
    }

    Said awaitAnswer(Duration within) throws InterruptedException {
        var answer = said.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) throw new AssertionError("The function's process said nothing within " + within);
        return answer;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        workers.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals(INVOCATION + "next")) next(exchange);
            else if (path.equals(RESTORE)) restored(exchange);
            else {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                said.add(new Said(path.substring(path.lastIndexOf('/') + 1), body));
                exchange.sendResponseHeaders(202, -1);
            }
        }
    }

    /// The reply comes in what is, in Lambda, a restored copy of the process.
    private void restored(HttpExchange exchange) throws IOException {
        snapshots.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, -1);
    }

    /// Without a content type the native client of the process crashes.
    private void next(HttpExchange exchange) throws IOException {
        try {
            while (closed.getCount() > 0) {
                var event = events.poll(50, TimeUnit.MILLISECONDS);
                if (event == null) continue;
                var headers = exchange.getResponseHeaders();
                headers.set("Content-Type", "application/json");
                headers.set("Lambda-Runtime-Aws-Request-Id", "11111111-2222-3333-4444-555555555555");
                headers.set(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(Instant.now().plusSeconds(60).toEpochMilli()));
                headers.set(
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "arn:aws:lambda:us-east-1:000000000000:function:receiver:live");
                var body = event.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
