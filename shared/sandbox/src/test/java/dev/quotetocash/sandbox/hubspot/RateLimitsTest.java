package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final String DEALS = Hub.OBJECTS + "deals";

    @Test
    void allowsAHundredCallsInAnyTenSeconds() {
        var hub = Hub.fresh();
        for (var i = 0; i < 50; i++) hub.get(DEALS);
        hub.later(Duration.ofSeconds(5));
        for (var i = 0; i < 50; i++) assertThat(hub.get(DEALS).status()).isEqualTo(200);

        var refused = hub.get(DEALS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/errorType")).isEqualTo("RATE_LIMIT");
        assertThat(refused.at("/policyName")).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(refused.at("/message")).isEqualTo("You have reached your ten_secondly_rolling limit.");
        assertThat(refused.body().has("category")).isFalse();
        assertThat(refused.headers()).doesNotContainKey("Retry-After");
        hub.later(Duration.ofSeconds(5));
        assertThat(hub.get(DEALS).headers()).containsEntry("X-HubSpot-RateLimit-Remaining", "49");
    }

    @Test
    void tellsItsLimitsInHeaders() {
        var reply = Hub.fresh().get(DEALS);

        assertThat(reply.headers())
                .containsEntry("X-HubSpot-RateLimit-Max", "100")
                .containsEntry("X-HubSpot-RateLimit-Remaining", "99")
                .containsEntry("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .containsEntry("X-HubSpot-RateLimit-Daily", "250000")
                .containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "249999");
    }

    @Test
    void startsTheDayAtMidnightOfTheAccount() {
        var hub = Hub.with(HubSpotSettings.sandbox().withLimits(new PlanLimits(100, 2, 100, 100, 5)));
        hub.get(DEALS);
        hub.get(DEALS);

        var refused = hub.get(DEALS);
        assertThat(refused.at("/policyName")).isEqualTo("DAILY");
        assertThat(refused.at("/message")).isEqualTo("You have reached your daily limit.");

        hub.later(Duration.ofHours(14));
        assertThat(hub.get(DEALS).status()).isEqualTo(200);
    }

    @Test
    void limitsAssociationsInAddition() {
        var hub = Hub.with(HubSpotSettings.sandbox().withLimits(new PlanLimits(100, 1000, 1, 100, 5)));
        var path = Hub.ASSOCIATIONS + "deals/contacts/labels";

        assertThat(hub.get(path).status()).isEqualTo(200);
        assertThat(hub.get(path).status()).isEqualTo(429);
        assertThat(hub.get(DEALS).status()).isEqualTo(200);
    }

    @Test
    void doesNotLimitAPerson() {
        var hub = Hub.fresh();
        for (var i = 0; i < 150; i++)
            assertThat(hub.person("GET", DEALS, "").status()).isEqualTo(200);

        assertThat(hub.get(DEALS).headers()).containsEntry("X-HubSpot-RateLimit-Remaining", "99");
    }

    @Test
    void addsRetryAfterAndCategoryWhenSwitchedSo() {
        var hub = Hub.with(HubSpotSettings.sandbox()
                .withLimits(new PlanLimits(1, 1000, 100, 100, 5))
                .with(Unconfirmed.RATE_LIMIT_HAS_RETRY_AFTER, true)
                .with(Unconfirmed.RATE_LIMIT_HAS_CATEGORY, true));
        hub.get(DEALS);

        var refused = hub.get(DEALS);

        assertThat(refused.headers()).containsEntry("Retry-After", "10");
        assertThat(refused.at("/category")).isEqualTo("RATE_LIMITS");
    }
}
