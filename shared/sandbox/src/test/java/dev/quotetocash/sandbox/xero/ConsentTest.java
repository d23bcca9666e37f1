package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Consenting.REDIRECT;
import static dev.quotetocash.sandbox.xero.Consenting.SCOPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private final Office office = new Office();
    private final Consenting consent = new Consenting(office);

    @Test
    void namesAppScopesAndOrganisationOnAPage() {
        var page = consent.ask(consent.question(SCOPES, REDIRECT));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("Quote-to-cash bridge", "Sandbox Trading Ltd", "accounting.contacts")
                .contains("<button name=\"decision\" value=\"allow\">Allow access</button>")
                .contains("value=\"a b&amp;c\"");
    }

    @Test
    void leadsBackWithACodeAndTheStateThatWasSent() {
        var back = consent.allow(consent.question(SCOPES, REDIRECT) + "&decision=allow");

        assertThat(back.status()).isEqualTo(302);
        assertThat(back.headers().get("Location"))
                .startsWith(REDIRECT + "?code=")
                .contains("state=a+b%26c");
    }

    @Test
    void leadsBackWithoutACodeWhenThePersonCancels() {
        var back = consent.allow(consent.question(SCOPES, REDIRECT) + "&decision=deny");

        assertThat(back.headers().get("Location")).isEqualTo(REDIRECT + "?error=access_denied&state=a+b%26c");
    }

    @Test
    void failsAsAWholeForAScopeOutsideTheApp() {
        var page = consent.ask(consent.question(SCOPES + " accounting.journals.read", REDIRECT));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("invalid_scope", "Invalid scope for client");
        assertThat(page.headers()).doesNotContainKey("Location");
    }

    @Test
    void leadsNowhereElseThanToARegisteredAddress() {
        assertThat(consent.allow(consent.question(SCOPES, REDIRECT + "/")).status())
                .isEqualTo(400);
        assertThat(consent.allow(consent.question(SCOPES, "https://elsewhere.example"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnotherClientOrResponseType() {
        var good = consent.question(SCOPES, REDIRECT);

        assertThat(consent.ask(good.replace(office.settings.clientId(), "NOBODY"))
                        .status())
                .isEqualTo(400);
        assertThat(consent.ask(good.replace("response_type=code", "response_type=token"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void registersHttpsAndLocalhostOnly() {
        var settings = XeroSettings.sandbox();

        assertThat(settings.withApp("s", List.of(), List.of("http://localhost:9/x"))
                        .redirectUris())
                .hasSize(1);
        for (var wrong : List.of("http://127.0.0.1:9/x", "http://bridge.example/x", "http://localhost.example/x")) {
            assertThatThrownBy(() -> settings.withApp("s", List.of(), List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
