package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.xero.Unconfirmed;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSwitches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every line of the table of statuses in reference/xero-api.md, 9.3, provoked through the public API.
class XeroStatusesTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000009";

    private final Desk desk = new Desk();

    @Test
    void unauthorisedByAnExpiredToken() {
        desk.pass(Duration.ofMinutes(30));

        var reply = desk.send("GET", "/Organisation");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(detail(reply)).isEqualTo("TokenExpired: token expired at 11/23/2026 09:30:00");
    }

    @Test
    void unauthorisedByADisconnectedTenant() {
        desk.xero.disconnect();

        var reply = desk.send("GET", "/Organisation");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(detail(reply)).isEqualTo("AuthenticationUnsuccessful");
    }

    @Test
    void forbiddenInATenantThatIsNotConnected() {
        assertThat(desk.send("GET", "/Organisation", "", Map.of("xero-tenant-id", NOBODY))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void forbiddenWithoutTheScope() {
        assertThat(withoutScope(XeroSwitches.suggested()).status()).isEqualTo(403);

        var reply = withoutScope(XeroSwitches.suggested().with(Unconfirmed.MISSING_SCOPE_IS_401, true));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "insufficent_scope");
    }

    @Test
    void notFoundByAnUnknownId() {
        for (var resource : List.of("Contacts", "Invoices", "Payments", "Items", "Accounts")) {
            var reply = new Desk().asFinance().send("GET", "/" + resource + "/" + NOBODY);

            assertThat(reply.status()).as(resource).isEqualTo(404);
            assertThat(reply.headers()).as(resource).containsEntry("Content-Type", "text/html");
            assertThat(reply.body()).as(resource).isEmpty();
        }
    }

    @Test
    void notFoundAsAWholeByAnUnknownIdInABatch() {
        var body = "{'Contacts':[{'Name':'Good'},{'ContactID':'" + NOBODY + "','Name':'Bad'}]}";

        assertThat(desk.send("POST", "/Contacts?summarizeErrors=false", body).status())
                .isEqualTo(404);
        assertThat(Desk.json(desk.send("GET", "/Contacts")).path("Contacts")).isEmpty();
    }

    @Test
    void tooManyRequests() {
        var limited = new Desk(settings -> settings.withLimits(new XeroLimits(1, 1_000, 10_000)));
        limited.send("GET", "/Organisation");

        assertThat(limited.send("GET", "/Organisation").status()).isEqualTo(429);
    }

    @Test
    void invalidGrantOfTheIdentityServer() {
        var reply = desk.askForToken("grant_type=authorization_code&code=unknown&redirect_uri=http://localhost");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    private static SimResponse withoutScope(XeroSwitches switches) {
        var desk = new Desk(settings -> settings.withSwitches(switches));
        var narrow = Desk.json(desk.askForToken("grant_type=client_credentials&scope=accounting.contacts"));
        var bearer = "Bearer " + narrow.path("access_token").asText();
        return desk.send("GET", "/Payments", "", Map.of("Authorization", bearer));
    }

    private static String detail(SimResponse reply) {
        return Desk.json(reply).path("Detail").asText();
    }
}
