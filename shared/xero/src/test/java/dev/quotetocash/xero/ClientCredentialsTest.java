package dev.quotetocash.xero;

import static dev.quotetocash.xero.Clients.failure;
import static dev.quotetocash.xero.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.RemoteFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTest {

    private final FakeHttp http = new FakeHttp();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final ClientCredentials tokens = new ClientCredentials(
            http, URI.create("https://identity.example"), () -> new Credentials("id", "s3cret"), () -> now);

    @Test
    void asksForATokenWithTheAppsCredentials() {
        http.answers(200, token("jwt-1"));

        assertThat(value(tokens.current())).isEqualTo("jwt-1");
        assertThat(http.calls()).containsExactly("POST /connect/token");
        assertThat(http.body(0))
                .isEqualTo("grant_type=client_credentials&scope=accounting.invoices+accounting.contacts"
                        + "+accounting.settings.read");
        assertThat(http.request(0).headers())
                .isEqualTo(Map.of(
                        "Authorization", "Basic aWQ6czNjcmV0",
                        "Accept", "application/json",
                        "Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void keepsATokenUntilFiveMinutesBeforeItExpires() {
        http.answers(200, token("jwt-1")).answers(200, token("jwt-2"));
        tokens.current();

        now = now.plus(Duration.ofMinutes(25)).minusSeconds(1);
        assertThat(value(tokens.current())).isEqualTo("jwt-1");

        now = now.plusSeconds(1);
        assertThat(value(tokens.current())).isEqualTo("jwt-2");
        assertThat(http.calls()).hasSize(2);
    }

    @Test
    void asksForANewTokenAfterARefusal() {
        http.answers(200, token("jwt-1")).answers(200, token("jwt-2"));
        tokens.current();

        tokens.refused();

        assertThat(value(tokens.current())).isEqualTo("jwt-2");
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_client", "400, unauthorized_client", "400, invalid_scope", "401, invalid_client"})
    void reportsRefusedCredentialsAsUnauthorized(int status, String error) {
        http.answers(status, "{\"error\":\"" + error + "\"}");

        assertThat(failure(tokens.current())).isEqualTo(new RemoteFailure.Unauthorized());
    }

    @Test
    void neverLeavesAnOutcomeUnknownBecauseATokenExecutesNothing() {
        http.answers(500, "")
                .answers(404, "")
                .answers(200, "<html>")
                .replies(new HttpReply.Broken("reset"))
                .replies(new HttpReply.NotSent("refused"));

        for (int call = 0; call < 5; call++) {
            assertThat(failure(tokens.current())).isEqualTo(new RemoteFailure.Unavailable(false));
        }
    }

    @Test
    void waitsWhenIdentityIsBusy() {
        http.answers(429, "", Map.of("retry-after", "7"));

        assertThat(failure(tokens.current())).isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(7)));
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(new Credentials("id", "s3cret").toString()).doesNotContain("s3cret");
    }

    private static String token(String token) {
        return "{\"access_token\":\"" + token
                + "\",\"expires_in\":1800,\"token_type\":\"Bearer\",\"scope\":\"accounting.invoices\"}";
    }
}
