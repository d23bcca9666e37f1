package dev.quotetocash.sandbox.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;

/// Serves a simulator over HTTP on loopback. Port 0 takes any free one.
public final class SimServer implements AutoCloseable {

    private final HttpServer server;

    public SimServer(Simulator simulator, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ": choose another port", e);
        }
        server.createContext("/", exchange -> serve(simulator, exchange));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// Without a trailing slash: `http://127.0.0.1:8081`.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(Simulator simulator, HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            var uri = exchange.getRequestURI();
            var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            var request = new SimRequest(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    query,
                    headers,
                    exchange.getRequestBody().readAllBytes());
            var reply = simulator.handle(request);
            Thread.sleep(reply.delay());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (BrokenConnection broken) {
            // Closing the exchange without a status line is what the caller of a crashed connection sees.
            exchange.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }
}
