package dev.quotetocash.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsClientsTest {

    private static final Map<String, String> LOCAL = Map.of(
            "AWS_REGION", "eu-west-1",
            "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324",
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "s3cret");

    @Test
    void makesEachClientOnce() {
        var clients = AwsClients.from(LOCAL);

        assertThat(clients.sqs()).isSameAs(clients.sqs());
        assertThat(clients.dynamoDb()).isSameAs(clients.dynamoDb());
        assertThat(clients.secretsManager()).isSameAs(clients.secretsManager());
    }

    @Test
    void takesAddressAndRegionFromTheMap() {
        var configuration = AwsClients.from(LOCAL).sqs().serviceClientConfiguration();

        assertThat(configuration.region().id()).isEqualTo("eu-west-1");
        assertThat(configuration.endpointOverride().orElseThrow()).hasToString("http://127.0.0.1:9324");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        var clients = AwsClients.from(Map.of());

        assertThatThrownBy(clients::sqs).hasMessage("the environment has no AWS_REGION");
    }

    @Test
    void showsNoCredentials() {
        assertThat(AwsClients.from(LOCAL).toString()).isEqualTo("AwsClients[eu-west-1]");
    }
}
