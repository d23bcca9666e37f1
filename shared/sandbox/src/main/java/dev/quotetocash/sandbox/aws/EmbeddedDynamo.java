package dev.quotetocash.sandbox.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import software.amazon.dynamodb.services.local.main.CommandLineInput;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/// DynamoDB Local in memory, without telemetry.
final class EmbeddedDynamo implements AutoCloseable {

    /// The server cannot pick a port by itself, and one that was free may be taken a moment later.
    private static final int PORTS_TRIED_MAX = 5;

    private final DynamoDBProxyServer server;
    private final int port;

    private EmbeddedDynamo(DynamoDBProxyServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedDynamo start() {
        Configurator.setRootLevel(Level.OFF);
        IllegalStateException failure = new IllegalStateException("DynamoDB Local did not start");
        for (int tried = 0; tried < PORTS_TRIED_MAX; tried++) {
            var port = freePort();
            try {
                var input = new CommandLineInput(
                        new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)});
                input.init();
                var server = ServerRunner.createServer(input);
                server.start();
                return new EmbeddedDynamo(server, port);
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on this machine", e);
        }
    }
}
