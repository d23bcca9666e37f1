package dev.quotetocash.sandbox.host;

import dev.quotetocash.sandbox.aws.EmbeddedAws;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The host's own clients of the embedded AWS.
record AwsClients(DynamoDbClient dynamo, SqsClient sqs, SecretsManagerClient secrets) implements AutoCloseable {

    static AwsClients of(EmbeddedAws aws) {
        var region = Region.of(EmbeddedAws.REGION);
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"));
        return new AwsClients(
                DynamoDbClient.builder()
                        .endpointOverride(aws.dynamoDb())
                        .region(region)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                SqsClient.builder()
                        .endpointOverride(aws.sqs())
                        .region(region)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                SecretsManagerClient.builder()
                        .endpointOverride(aws.secretsManager())
                        .region(region)
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build());
    }

    @Override
    public void close() {
        dynamo.close();
        sqs.close();
        secrets.close();
    }
}
