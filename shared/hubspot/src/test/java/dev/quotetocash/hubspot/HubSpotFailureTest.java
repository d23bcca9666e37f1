package dev.quotetocash.hubspot;

import static dev.quotetocash.hubspot.Clients.failure;
import static dev.quotetocash.hubspot.Clients.over;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Http.HttpReply;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotFailureTest {

    private static final HubSpotContactId CONTACT = new HubSpotContactId("31");

    private final FakeHttp http = new FakeHttp();

    @ParameterizedTest
    @ValueSource(ints = {408, 423, 477, 500, 502, 503, 504, 521, 522, 523, 524, 530, 302})
    void takesAVendorInTroubleForAnUnknownOutcome(int status) {
        http.answers(status, "<html>upstream</html>");

        assertThat(read()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @ParameterizedTest
    @CsvSource({
        "TEN_SECONDLY_ROLLING, You have reached your ten_secondly_rolling limit., PT10S",
        "SECONDLY, You have reached your secondly limit., PT1S",
        "DAILY, You have reached your daily limit., PT1H",
        "'', '', PT10S"
    })
    void waitsAsLongAsTheLimitsWindowBecauseHubSpotNamesNoTime(String policy, String message, Duration wait) {
        http.answers(
                429,
                "{\"message\":\"" + message + "\",\"errorType\":\"RATE_LIMIT\",\"policyName\":\"" + policy + "\"}");

        assertThat(read()).isEqualTo(new RemoteFailure.RateLimited(wait));
    }

    @Test
    void waitsForAMigratingAccountAsLongAsHubSpotSays() {
        http.answers(477, "", Map.of("retry-after", "3600"));

        assertThat(read()).isEqualTo(new RemoteFailure.RateLimited(Duration.ofHours(1)));
    }

    @Test
    void givesHubSpotsWordsForARefusal() {
        http.answers(400, "{\"status\":\"error\",\"message\":\"Invalid input\",\"category\":\"VALIDATION_ERROR\"}")
                .answers(414, "");

        assertThat(read()).isEqualTo(new RemoteFailure.Rejected(List.of("Invalid input")));
        assertThat(read()).isEqualTo(new RemoteFailure.Rejected(List.of("HubSpot answered 414.")));
    }

    @Test
    void reportsAMissingScopeAsUnauthorized() {
        http.answers(403, "{\"category\":\"MISSING_SCOPES\"}");

        assertThat(read()).isEqualTo(new RemoteFailure.Unauthorized());
    }

    @Test
    void tellsTheTokensThatTheirTokenWasRefused() {
        var tokens = new CountingTokens();
        http.answers(401, "{\"category\":\"EXPIRED_AUTHENTICATION\"}").answers(403, "{}");
        var client = new HubSpotClient(http, tokens, URI.create("https://api.example/"), "2026-09");

        assertThat(failure(client.readContact(CONTACT, Lane.CHANGE))).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(failure(client.readContact(CONTACT, Lane.CHANGE))).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(tokens.refused).isEqualTo(1);
    }

    @Test
    void knowsWhetherARequestCanHaveArrived() {
        http.replies(new HttpReply.NotSent("refused")).replies(new HttpReply.Broken("reset"));

        assertThat(read()).isEqualTo(new RemoteFailure.Unavailable(false));
        assertThat(read()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"properties\":{}}", "{\"id\":\"31\"} {}", "{\"id\":\"a/b\"}"})
    void takesAnAnswerThatCannotBeReadForAnUnknownOutcome(String body) {
        http.answers(200, body);

        assertThat(read()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void distrustsAnAnswerWithoutATime() {
        http.replies(new HttpReply.Answered(404, Map.of(), new byte[0]));

        assertThat(read()).isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void takesTheLatestTimeThatAnAnswerNames() {
        http.answers(200, "{\"id\":\"31\",\"properties\":{},\"updatedAt\":\"2020-01-01T00:00:00Z\"}");

        assertThat(over(http).readContact(CONTACT, Lane.CHANGE))
                .isInstanceOfSatisfying(
                        Reply.Ok.class, ok -> assertThat(ok.at()).isEqualTo(Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void sendsNothingWithoutAToken() {
        var reply = new HubSpotClient(http, new StaticToken(() -> " "), URI.create("https://api.example"), "2026-09")
                .readContact(CONTACT, Lane.CHANGE);

        assertThat(failure(reply)).isEqualTo(new RemoteFailure.Unauthorized());
        assertThat(http.calls()).isEmpty();
    }

    private RemoteFailure read() {
        return failure(over(http).readContact(CONTACT, Lane.CHANGE));
    }

    private static final class CountingTokens implements Tokens {
        private int refused;

        @Override
        public Reply<String> current() {
            return new Reply.Ok<>("pat-1", Instant.EPOCH);
        }

        @Override
        public void refused() {
            refused++;
        }

        @Override
        public void accepted() {}
    }
}
