package dev.quotetocash.sandbox.stores;

import dev.quotetocash.aws.AwsClients;
import java.util.Map;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// LocalStack in a container, for as long as the JVM runs. `LOCALSTACK_IMAGE` names another image than
/// [#IMAGE].
final class LocalStack {

    /// The last one that runs without an account.
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final DynamoDbClient CLIENT = start();

    private LocalStack() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    @SuppressWarnings("resource") // Testcontainers removes it with the JVM.
    private static DynamoDbClient start() {
        var image = System.getenv().getOrDefault("LOCALSTACK_IMAGE", IMAGE);
        var container = new LocalStackContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("dynamodb");
        container.start();
        return AwsClients.from(Map.of(
                        "AWS_REGION", container.getRegion(),
                        "AWS_ENDPOINT_URL_DYNAMODB", container.getEndpoint().toString(),
                        "AWS_ACCESS_KEY_ID", container.getAccessKey(),
                        "AWS_SECRET_ACCESS_KEY", container.getSecretKey()))
                .dynamoDb();
    }
}
