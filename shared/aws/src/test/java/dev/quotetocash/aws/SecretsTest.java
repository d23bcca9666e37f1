package dev.quotetocash.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class SecretsTest {

    private final Vault vault = new Vault("{\"token\":\"s3cret\",\"clientSecret\":\"\",\"number\":7}");
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Secrets secrets = new Secrets(vault, "HubSpotSecret", () -> now);

    @Test
    void readsAMember() {
        assertThat(secrets.get("token")).isEqualTo("s3cret");
        assertThat(vault.asked).containsExactly("HubSpotSecret");
    }

    @Test
    void saysWhichMemberIsMissing() {
        assertThat(secrets.find("clientSecret")).isEmpty();
        assertThatThrownBy(() -> secrets.get("clientSecret"))
                .hasMessage("the secret HubSpotSecret has no 'clientSecret'");
    }

    @Test
    void asksOnceInFiveMinutes() {
        secrets.get("token");
        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        secrets.get("token");
        assertThat(vault.asked).hasSize(1);

        now = now.plusMillis(1);
        vault.value = "{\"token\":\"rotated\"}";
        assertThat(secrets.get("token")).isEqualTo("rotated");
        assertThat(vault.asked).hasSize(2);
    }

    @Test
    void asksAgainAfterARefresh() {
        secrets.get("token");
        vault.value = "{\"token\":\"rotated\"}";

        secrets.refresh();

        assertThat(secrets.get("token")).isEqualTo("rotated");
    }

    @Test
    void showsItsValuesNowhere() {
        secrets.get("token");
        assertThat(secrets.toString()).isEqualTo("Secrets[HubSpotSecret]");

        vault.value = "s3cret{";
        secrets.refresh();
        assertThatThrownBy(() -> secrets.get("token"))
                .hasMessage("the secret HubSpotSecret is not a JSON object")
                .hasNoCause();
    }

    private static final class Vault implements SecretsManagerClient {
        private final List<String> asked = new ArrayList<>();
        private String value;

        private Vault(String value) {
            this.value = value;
        }

        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            asked.add(request.secretId());
            return GetSecretValueResponse.builder().secretString(value).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
