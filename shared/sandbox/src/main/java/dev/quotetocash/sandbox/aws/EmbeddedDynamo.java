package dev.quotetocash.sandbox.aws;

import java.net.URI;
import java.util.logging.Logger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local in memory. Its own launcher listens on every network interface, cannot choose a free port and
/// sets up telemetry; so its request handler stands behind a server of ours, and telemetry is never set up.
final class EmbeddedDynamo implements AutoCloseable {

    private static final boolean IN_MEMORY = true;
    private static final boolean ONE_DATABASE_FOR_ALL_CREDENTIALS = true;
    private static final boolean SLOW_TABLE_STATES = false;

    /// Kept, or the level would be forgotten with the logger.
    private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");

    private final Server server;
    private final ServerConnector connector;
    private final LocalDynamoDBServerHandler requests;

    private EmbeddedDynamo() throws Exception {
        requests = new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(
                        0, IN_MEMORY, null, ONE_DATABASE_FOR_ALL_CREDENTIALS, SLOW_TABLE_STATES),
                null);
        server = new Server();
        connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var everything = new ContextHandler();
        everything.setHandler(requests);
        server.setHandler(new ContextHandlerCollection(everything));
        server.start();
    }

    static EmbeddedDynamo start() {
        Configurator.setRootLevel(Level.OFF);
        SQLITE_LOG.setLevel(java.util.logging.Level.OFF);
        try {
            return new EmbeddedDynamo();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
            requests.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }
}
