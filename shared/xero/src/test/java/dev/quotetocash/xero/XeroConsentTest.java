package dev.quotetocash.xero;

import static dev.quotetocash.xero.Clients.failure;
import static dev.quotetocash.xero.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Consent.Account;
import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.RemoteFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroConsentTest {

    private static final String CONNECTIONS = """
            [{"id":"1","authEventId":"e-1","tenantId":"t-1","tenantType":"ORGANISATION","tenantName":"Demo Company (NZ)"},
             {"id":"2","authEventId":"e-1","tenantId":"t-2","tenantType":"PRACTICE","tenantName":"A practice"},
             {"id":"3","authEventId":"e-1","tenantId":"t-3","tenantType":"ORGANISATION","tenantName":null}]""";

    private final FakeHttp http = new FakeHttp();
    private Optional<String> clientId = Optional.of("APP 1");
    private final XeroConsent consent = new XeroConsent(
            http, URI.create("https://login.example/"), URI.create("https://api.example"), () -> clientId);

    @Test
    void asksForTheLeastScopesAndTheWayBack() {
        var address = consent.address(URI.create("https://bridge.example/connect/xero/callback"), "state-1");

        assertThat(address.map(URI::toString))
                .contains("https://login.example/identity/connect/authorize?response_type=code&client_id=APP%201"
                        + "&redirect_uri=https%3A%2F%2Fbridge.example%2Fconnect%2Fxero%2Fcallback"
                        + "&scope=offline_access%20accounting.invoices%20accounting.contacts%20accounting.settings.read"
                        + "&state=state-1");
    }

    @Test
    void asksNobodyBeforeTheAppIsKnown() {
        clientId = Optional.empty();

        assertThat(consent.address(URI.create("https://bridge.example"), "state-1"))
                .isEmpty();
    }

    @Test
    void readsTheOrganisationsOfThisVeryConsent() {
        http.answers(200, CONNECTIONS);

        var accounts = value(consent.accounts(token("{\"authentication_event_id\":\"e-1\"}")));

        assertThat(accounts).containsExactly(new Account("t-1", "Demo Company (NZ)"), new Account("t-3", "t-3"));
        assertThat(http.calls()).containsExactly("GET /connections?authEventId=e-1");
        assertThat(http.request(0).headers()).containsKey("Authorization").doesNotContainKey("xero-tenant-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.!.c"})
    void readsAllConnectionsWhereTheTokenDoesNotNameTheConsent(String token) {
        http.answers(200, "[]");

        assertThat(value(consent.accounts(token))).isEmpty();
        assertThat(http.calls()).containsExactly("GET /connections");
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void reportsARefusedToken(int status) {
        http.answers(status, "{}");

        assertThat(failure(consent.accounts("opaque"))).isEqualTo(new RemoteFailure.Unauthorized());
    }

    @Test
    void takesNothingButAListForAnAnswer() {
        http.answers(200, "{}").answers(200, "<html>").answers(503, "").replies(new HttpReply.Broken("reset"));

        for (var call = 0; call < 4; call++) {
            assertThat(failure(consent.accounts("opaque"))).isInstanceOf(RemoteFailure.Unavailable.class);
        }
    }

    private static String token(String claims) {
        return "head." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }
}
