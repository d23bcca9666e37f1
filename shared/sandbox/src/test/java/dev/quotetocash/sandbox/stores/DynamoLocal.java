package dev.quotetocash.sandbox.stores;

import dev.quotetocash.aws.AwsClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/// DynamoDB Local in this JVM, in memory, started by the first test that needs it and gone with the JVM.
final class DynamoLocal {

    private static final DynamoDbClient CLIENT = start();

    private DynamoLocal() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    private static DynamoDbClient start() {
        try {
            var port = freePort();
            ServerRunner.createServerFromCommandLineArgs(
                            new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)})
                    .start();
            return AwsClients.from(Map.of(
                            "AWS_REGION", "eu-west-1",
                            "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + port,
                            "AWS_ACCESS_KEY_ID", "local",
                            "AWS_SECRET_ACCESS_KEY", "local"))
                    .dynamoDb();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
