package dev.quotetocash.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The clients of AWS, each made when it is first asked for: a function need not carry the classes of those
/// that it never asks for.
///
/// From the environment: `AWS_REGION`, and for a machine without AWS `AWS_ENDPOINT_URL_DYNAMODB`,
/// `AWS_ENDPOINT_URL_SQS` and `AWS_ENDPOINT_URL_SECRETS_MANAGER`. A client with such an address takes
/// `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` from the same map, the others the SDK's own chain.
public final class AwsClients {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration ATTEMPT_MAX = Duration.ofSeconds(4);

    /// With the SDK's own repeats of failed attempts.
    private static final Duration CALL_MAX = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private @Nullable DynamoDbClient dynamoDb;
    private @Nullable SqsClient sqs;
    private @Nullable SecretsManagerClient secretsManager;

    private AwsClients(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public static AwsClients from(Map<String, String> environment) {
        return new AwsClients(environment);
    }

    public synchronized DynamoDbClient dynamoDb() {
        var made = dynamoDb;
        if (made == null) {
            made = configured(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB")
                    .build();
            dynamoDb = made;
        }
        return made;
    }

    public synchronized SqsClient sqs() {
        var made = sqs;
        if (made == null) {
            made = configured(SqsClient.builder(), "AWS_ENDPOINT_URL_SQS").build();
            sqs = made;
        }
        return made;
    }

    public synchronized SecretsManagerClient secretsManager() {
        var made = secretsManager;
        if (made == null) {
            made = configured(SecretsManagerClient.builder(), "AWS_ENDPOINT_URL_SECRETS_MANAGER")
                    .build();
            secretsManager = made;
        }
        return made;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
            B builder, String addressVariable) {
        builder.region(Region.of(required("AWS_REGION")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_MAX)
                        .socketTimeout(ATTEMPT_MAX))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(ATTEMPT_MAX)
                        .apiCallTimeout(CALL_MAX)
                        .build());
        find(addressVariable)
                .ifPresent(address -> builder.endpointOverride(URI.create(address))
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                required("AWS_ACCESS_KEY_ID"), required("AWS_SECRET_ACCESS_KEY")))));
        return builder;
    }

    private String required(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the environment has no " + name));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "AwsClients[" + environment.get("AWS_REGION") + "]";
    }
}
