package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.sync.Lane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavaHttpTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Integer> callers = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", JavaHttpTest::echo);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> await());
        server.createContext("/half", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            await();
        });
        server.createContext("/who", exchange -> {
            callers.add(exchange.getRemoteAddress().getPort());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void sendsARequestAndReadsTheAnswer() {
        var reply = new JavaHttp()
                .send(new Http.Request(
                        "PUT",
                        at("/echo?a=%20b"),
                        Map.of("Idempotency-Key", "k1"),
                        "körper".getBytes(StandardCharsets.UTF_8),
                        Lane.CHANGE));

        assertThat(reply).isInstanceOf(HttpReply.Answered.class);
        var answered = (HttpReply.Answered) reply;
        assertThat(answered.status()).isEqualTo(429);
        assertThat(answered.header("Retry-After")).contains("7");
        assertThat(answered.headers()).containsEntry("x-two", "1, 2").doesNotContainKey("X-Two");
        assertThat(new String(answered.body(), StandardCharsets.UTF_8)).isEqualTo("PUT /echo?a=%20b k1 körper");
    }

    @Test
    void followsNoRedirect() {
        var reply = send(new JavaHttp(), "/moved");

        assertThat(((HttpReply.Answered) reply).status()).isEqualTo(302);
    }

    @Test
    void tellsThatNothingWasSentWhereNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        var reply = new JavaHttp()
                .send(new Http.Request(
                        "POST", URI.create("http://127.0.0.1:" + free), Map.of(), new byte[] {1}, Lane.CHANGE));

        assertThat(reply).isEqualTo(new HttpReply.NotSent("ConnectException"));
    }

    @Test
    void tellsThatNothingWasSentToAnUnknownHost() {
        var reply = new JavaHttp()
                .send(new Http.Request(
                        "POST", URI.create("http://nobody.invalid"), Map.of(), new byte[] {1}, Lane.CHANGE));

        assertThat(reply).isEqualTo(new HttpReply.NotSent("ConnectException"));
    }

    @Test
    void doesNotKnowWhatBecameOfARequestWithoutAnAnswer() {
        assertThat(send(http(SHORT), "/silent")).isInstanceOf(HttpReply.Broken.class);
    }

    @Test
    void waitsForTheBodyNoLongerThanForTheWholeAnswer() {
        assertThat(send(http(SHORT), "/half")).isInstanceOf(HttpReply.Broken.class);
    }

    @Test
    void doesNotKnowWhatBecameOfARequestThatWasResetAndSendsItOnce() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var accepted = executor.submit(() -> {
                try (var connection = listener.accept()) {
                    connection.getInputStream().read();
                    connection.setSoLinger(true, 0);
                }
                listener.setSoTimeout(300);
                try (var _ = listener.accept()) {
                    return 2;
                } catch (SocketTimeoutException nobody) {
                    return 1;
                }
            });

            var reply = new JavaHttp()
                    .send(new Http.Request(
                            "PUT",
                            URI.create("http://127.0.0.1:" + listener.getLocalPort()),
                            Map.of(),
                            new byte[] {1},
                            Lane.CHANGE));

            assertThat(reply).isInstanceOf(HttpReply.Broken.class);
            assertThat(accepted.get()).isEqualTo(1);
        }
    }

    @Test
    void usesAConnectionAgainButNotAfterAPause() {
        var http = http(Http.TIMEOUT_MAX);

        send(http, "/who");
        send(http, "/who");
        now = now.plus(JavaHttp.IDLE_MAX);
        send(http, "/who");

        assertThat(callers.get(1)).isEqualTo(callers.get(0));
        assertThat(callers.get(2)).isNotEqualTo(callers.get(0));
    }

    private JavaHttp http(Duration timeout) {
        return new JavaHttp(timeout, () -> now);
    }

    private HttpReply send(Http http, String path) {
        return http.send(new Http.Request("GET", at(path), Map.of(), new byte[0], Lane.CHANGE));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var text = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Retry-After", "7");
        exchange.getResponseHeaders().put("X-Two", List.of("1", "2"));
        exchange.sendResponseHeaders(429, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
