package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpCallTest {

    private final APIGatewayV2HTTPEvent event =
            Events.read("webhook-receiver-hubspot.json", APIGatewayV2HTTPEvent.class);

    @Test
    void knowsThePublicAddress() {
        assertThat(HttpCall.from(event).url())
                .isEqualTo("https://abcdef1234.execute-api.eu-west-1.amazonaws.com/hubspot/webhooks");
    }

    @Test
    void keepsTheQueryAsItWasSent() {
        event.setRawQueryString("a=%20b&a=c+d");

        assertThat(HttpCall.from(event).url()).endsWith("/hubspot/webhooks?a=%20b&a=c+d");
    }

    @Test
    void takesTheSchemeFromTheGateway() {
        event.setHeaders(Map.of("x-forwarded-proto", "http"));
        assertThat(HttpCall.from(event).url()).startsWith("http://");

        event.setHeaders(Map.of());
        assertThat(HttpCall.from(event).url()).startsWith("https://");
    }

    @Test
    void findsHeadersInAnyCase() {
        var call = new HttpCall("POST", "https://bridge.example", Map.of("X-Xero-Signature", "abc"), new byte[0]);

        assertThat(call.header("x-XERO-signature")).contains("abc");
    }

    @Test
    void readsACallWithoutBodyAndHeaders() {
        event.setBody(null);
        event.setHeaders(null);

        assertThat(HttpCall.from(event).body()).isEmpty();
    }

    @Test
    void readsTheCookiesThatTheGatewayTookOutOfTheHeaders() {
        event.setCookies(List.of("one=1", "other=2"));

        assertThat(HttpCall.from(event).header("Cookie")).contains("one=1; other=2");
    }

    @Test
    void showsNoQuery() {
        event.setRawQueryString("code=s3cret");

        assertThat(HttpCall.from(event).toString())
                .contains("/hubspot/webhooks (")
                .doesNotContain("s3cret");
    }

    @Test
    void showsNeitherSignatureNorBody() {
        assertThat(HttpCall.from(event).toString()).doesNotContain("xvMK7kR8", "1246965");
    }
}
