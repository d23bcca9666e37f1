package dev.quotetocash.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sqs.SqsClient;

class EmbeddedAwsTest {

    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("anybody", "anything"));

    private static EmbeddedAws aws;
    private static SecretsManagerClient secrets;

    @BeforeAll
    static void start() {
        aws = EmbeddedAws.start();
        secrets = SecretsManagerClient.builder()
                .endpointOverride(aws.secretsManager())
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stop() {
        secrets.close();
        aws.close();
    }

    @Test
    void servesDynamoDb() {
        try (var dynamo = DynamoDbClient.builder()
                .endpointOverride(aws.dynamoDb())
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {

            assertThat(dynamo.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void servesSqs() {
        try (var sqs = SqsClient.builder()
                .endpointOverride(aws.sqs())
                .region(Region.of(EmbeddedAws.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            var url = sqs.createQueue(create -> create.queueName("hello")).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("world"));

            var received = sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(5));

            assertThat(received.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("world"));
        }
    }

    @Test
    void findsASecretByNameAndByArn() {
        var arn = secrets.createSecret(create -> create.name("by-name").secretString("s3cret"))
                .arn();

        assertThat(secrets.getSecretValue(get -> get.secretId("by-name")).secretString())
                .isEqualTo("s3cret");
        assertThat(secrets.getSecretValue(get -> get.secretId(arn)).name()).isEqualTo("by-name");
    }

    @Test
    void keepsThePreviousVersionOfASecret() {
        secrets.createSecret(create -> create.name("rotated").secretString("first"));
        secrets.putSecretValue(put -> put.secretId("rotated").secretString("second"));
        var third = secrets.putSecretValue(put -> put.secretId("rotated").secretString("third"));

        assertThat(value("rotated", "AWSCURRENT")).isEqualTo("third");
        assertThat(value("rotated", "AWSPREVIOUS")).isEqualTo("second");
        assertThat(secrets.describeSecret(describe -> describe.secretId("rotated"))
                        .versionIdsToStages())
                .hasSize(3)
                .containsEntry(third.versionId(), List.of("AWSCURRENT"));
    }

    @Test
    void storesOneVersionForARepeatedRequestToken() {
        var token = "11111111-2222-3333-4444-555555555555";
        secrets.createSecret(create -> create.name("repeated").secretString("old"));

        var first = secrets.putSecretValue(
                put -> put.secretId("repeated").secretString("new").clientRequestToken(token));
        var second = secrets.putSecretValue(
                put -> put.secretId("repeated").secretString("new").clientRequestToken(token));

        assertThat(second.versionId()).isEqualTo(first.versionId()).isEqualTo(token);
        assertThat(value("repeated", "AWSPREVIOUS")).isEqualTo("old");
        assertThatThrownBy(() -> secrets.putSecretValue(
                        put -> put.secretId("repeated").secretString("newer").clientRequestToken(token)))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void refusesWhatDoesNotExistAndWhatExistsAlready() {
        secrets.createSecret(create -> create.name("taken").secretString("mine"));

        assertThatThrownBy(() -> secrets.getSecretValue(get -> get.secretId("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() ->
                        secrets.createSecret(create -> create.name("taken").secretString("yours")))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void namesACallThatItDoesNotKnow() {
        assertThatThrownBy(() -> secrets.listSecrets())
                .isInstanceOf(SecretsManagerException.class)
                .hasMessageContaining("ListSecrets");
    }

    @Test
    void tellsFunctionsWhereItIs() {
        assertThat(aws.environment())
                .containsAllEntriesOf(Map.of(
                        "AWS_REGION",
                        "us-east-1",
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                        aws.secretsManager().toString()));
    }

    @Test
    void leavesNoThreadBehind() {
        var before = liveThreads();

        EmbeddedAws.start().close();

        Eventually.holds(Duration.ofSeconds(10), () -> assertThat(liveThreads()).isLessThanOrEqualTo(before));
    }

    private static long liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .count();
    }

    private static String value(String secret, String stage) {
        return secrets.getSecretValue(get -> get.secretId(secret).versionStage(stage))
                .secretString();
    }
}
