package dev.quotetocash.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Consent.Account;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.TokenGrant.Granted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubSpotConsentTest {

    private static final URI API = URI.create("https://api.example");
    private static final URI BACK = URI.create("https://bridge.example/connect/hubspot/callback");

    private final FakeHttp http = new FakeHttp();
    private Optional<String> clientId = Optional.of("app-1");
    private final HubSpotConsent consent = new HubSpotConsent(
            http, URI.create("https://app.example"), API, "2026-09", HubSpotConsentTest::credentials, () -> clientId);
    private final HubSpotGrant grant = new HubSpotGrant(http, API, "2026-09", HubSpotConsentTest::credentials);

    @Test
    void asksForExactlyTheScopesOfTheApp() {
        assertThat(consent.address(BACK, "state-1").map(URI::toString))
                .contains("https://app.example/oauth/authorize?client_id=app-1"
                        + "&redirect_uri=https%3A%2F%2Fbridge.example%2Fconnect%2Fhubspot%2Fcallback&scope="
                        + String.join("%20", HubSpotScopes.all()) + "&state=state-1");
        clientId = Optional.empty();
        assertThat(consent.address(BACK, "state-1")).isEmpty();
    }

    @Test
    void asksWhichAccountATokenIsFor() {
        http.answers(200, "{\"active\":true,\"hub_id\":62515,\"hub_domain\":\"kestrel.example\"}");

        assertThat(consent.accounts("access-1"))
                .isEqualTo(new Reply.Ok<>(List.of(new Account("62515", "kestrel.example")), Instant.EPOCH));
        assertThat(http.calls()).containsExactly("POST /oauth/2026-09/token/introspect");
        assertThat(http.body(0))
                .isEqualTo("token=access-1&token_type_hint=access_token&client_id=app-1&client_secret=s3cret");
    }

    @Test
    void findsNoAccountBehindADeadToken() {
        http.answers(200, "{\"active\":false}");

        assertThat(consent.accounts("access-1")).isEqualTo(new Reply.Ok<>(List.of(), Instant.EPOCH));
    }

    @Test
    void exchangesTheCodeWithTheVeryAddressThatItCameBackTo() {
        http.answers(200, "{\"access_token\":\"access-1\",\"refresh_token\":\"refresh-1\",\"expires_in\":1800}");

        assertThat(grant.exchange("code-1", BACK))
                .isEqualTo(new Reply.Ok<>(new Granted("access-1", Duration.ofMinutes(30), "refresh-1"), Instant.EPOCH));
        assertThat(http.calls()).containsExactly("POST /oauth/2026-09/token");
        assertThat(http.body(0))
                .isEqualTo("grant_type=authorization_code&code=code-1"
                        + "&redirect_uri=https%3A%2F%2Fbridge.example%2Fconnect%2Fhubspot%2Fcallback"
                        + "&client_id=app-1&client_secret=s3cret");
    }

    @Test
    void keepsWhateverRefreshTokenComesBack() {
        http.answers(200, "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":1800}");

        assertThat(grant.refresh("refresh-1"))
                .isEqualTo(new Reply.Ok<>(new Granted("access-2", Duration.ofMinutes(30), "refresh-2"), Instant.EPOCH));
    }

    @Test
    void tellsARefusalFromTrouble() {
        http.answers(400, "{\"status\":\"BAD_REFRESH_TOKEN\"}");
        assertThat(grant.refresh("refresh-1")).isEqualTo(new Reply.Failed<>(new RemoteFailure.Unauthorized()));

        http.answers(502, "").answers(200, "<html>").replies(new HttpReply.Broken("reset"));
        for (var call = 0; call < 3; call++) {
            assertThat(grant.refresh("refresh-1")).isEqualTo(new Reply.Failed<>(new RemoteFailure.Unavailable(true)));
        }

        http.replies(new HttpReply.NotSent("refused"));
        assertThat(grant.refresh("refresh-1")).isEqualTo(new Reply.Failed<>(new RemoteFailure.Unavailable(false)));
    }

    private static Credentials credentials() {
        return new Credentials("app-1", "s3cret");
    }
}
