package dev.quotetocash.xero;

import static dev.quotetocash.xero.Clients.failure;
import static dev.quotetocash.xero.Clients.over;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroFailureTest {

    private final FakeHttp http = new FakeHttp();
    private final Clients.CountingTokens tokens = new Clients.CountingTokens();

    @Test
    void givesTheErrorsOfARequestThatWasRefusedAsAWhole() {
        http.answers(400, """
                {"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[
                 {"ContactID":"00000000-0000-0000-0000-000000000000","Name":"Acme","HasValidationErrors":true,
                  "ValidationErrors":[{"Message":"The contact name Acme is already assigned to another contact."}]},
                 {"ValidationErrors":[{"Description":"Invoice # must be unique."}],
                  "LineItems":[{"ValidationErrors":[{"Message":"Description is required"}]}]}]}
                """);

        assertThat(create())
                .isEqualTo(new RemoteFailure.Rejected(List.of(
                        "The contact name Acme is already assigned to another contact.",
                        "Invoice # must be unique.",
                        "Description is required")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Message\":\"JSON for post data was invalid\",\"Detail\":\"d\"} | JSON for post data was invalid",
                "{\"Type\":null,\"Title\":\"Bad Request\",\"Status\":400,\"Detail\":\"unknown member\"} | unknown member",
                "{\"Title\":\"Bad Request\"} | Bad Request",
                "not JSON | Xero answered 400."
            })
    void fallsBackToWhatTheAnswerSaysAsAWhole(String body, String message) {
        http.answers(400, body);

        assertThat(create()).isEqualTo(new RemoteFailure.Rejected(List.of(message)));
    }

    @Test
    void tellsTheTokensThatTheirTokenWasRefused() {
        http.answers(401, "{\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired: ..\"}")
                .answers(403, "");

        assertThat(create()).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(create()).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(tokens.refused).isEqualTo(2);
    }

    /// The other calls go on, so the connection is not dead.
    @Test
    void keepsATokenThatLacksAScope() {
        http.answers(403, "{\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthorizationUnsuccessful\"}")
                .answers(401, "", Map.of("www-authenticate", "insufficent_scope"));

        assertThat(create()).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(create()).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(tokens.refused).isZero();
    }

    /// A quiet organisation answers with nothing else for hours.
    @Test
    void tellsTheTokensThatTheirTokenIsGoodEvenIfNothingHasChanged() {
        http.answers(304, "", Map.of("date", "Mon, 23 Nov 2026 12:00:00 GMT")).answers(503, "");

        Clients.over(http, tokens).sweepInvoices(Instant.EPOCH, 1, Lane.SWEEP);
        Clients.over(http, tokens).sweepInvoices(Instant.EPOCH, 1, Lane.SWEEP);

        assertThat(tokens.accepted).isEqualTo(1);
    }

    @Test
    void reportsAnUnknownAddressAsNotFound() {
        http.answers(404, "", Map.of("content-type", "text/html"));

        assertThat(create()).isEqualTo(new RemoteFailure.NotFound());
    }

    @Test
    void waitsAsLongAsXeroSays() {
        http.answers(429, "", Map.of("retry-after", "26", "x-rate-limit-problem", "minute"))
                .answers(429, "", Map.of("retry-after", "66975", "x-rate-limit-problem", "day"))
                .answers(429, "", Map.of("x-rate-limit-problem", "concurrent"))
                .answers(429, "", Map.of("x-rate-limit-problem", "appminute"));

        assertThat(create()).isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(26)));
        assertThat(create()).isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(66975)));
        assertThat(create()).isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(5)));
        assertThat(create()).isEqualTo(new RemoteFailure.RateLimited(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 304, 302})
    void takesAVendorInTroubleForAnUnknownOutcome(int status) {
        http.answers(status, "The Organisation is offline");

        assertThat(create()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void knowsWhetherARequestCanHaveArrived() {
        http.replies(new HttpReply.NotSent("refused")).replies(new HttpReply.Broken("reset"));

        assertThat(create()).isEqualTo(new RemoteFailure.Unavailable(false));
        assertThat(create()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"DateTimeUTC\":\"/Date(1)/\"}",
                "{\"DateTimeUTC\":\"soon\",\"Invoices\":[]}"
            })
    void takesAnAnswerThatCannotBeReadForAnUnknownOutcome(String body) {
        http.answers(200, body);

        assertThat(create()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void distrustsAnAnswerWithoutATime() {
        http.replies(new HttpReply.Answered(200, Map.of(), "{\"Invoices\":[]}".getBytes(StandardCharsets.UTF_8)));

        assertThat(create()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void sendsNothingWithoutATokenAndSaysSo() {
        var broken = over(http, withoutToken(new RemoteFailure.Unavailable(true)));
        var limited = over(http, withoutToken(new RemoteFailure.RateLimited(Duration.ofSeconds(9))));

        assertThat(failure(broken.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE)))
                .isEqualTo(new RemoteFailure.Unavailable(false));
        assertThat(failure(limited.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE)))
                .isEqualTo(new RemoteFailure.RateLimited(Duration.ofSeconds(9)));
        assertThat(http.calls()).isEmpty();
    }

    private RemoteFailure create() {
        return failure(over(http, tokens).createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE));
    }

    private static Tokens withoutToken(RemoteFailure failure) {
        return new Tokens() {
            @Override
            public Reply<String> current() {
                return new Reply.Failed<>(failure);
            }

            @Override
            public void refused() {}

            @Override
            public void accepted() {}
        };
    }
}
