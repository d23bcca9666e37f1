package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void countsEveryPlanAndItsIncreases() {
        assertThat(PlanLimits.starter()).isEqualTo(new PlanLimits(100, 250_000, 100, 500_000, 5));
        assertThat(PlanLimits.professional()).isEqualTo(new PlanLimits(190, 625_000, 150, 500_000, 5));
        assertThat(PlanLimits.enterprise()).isEqualTo(new PlanLimits(190, 1_000_000, 150, 500_000, 5));
        assertThat(PlanLimits.starter().withIncreases(2)).isEqualTo(new PlanLimits(250, 2_250_000, 100, 500_000, 5));
        assertThatThrownBy(() -> PlanLimits.starter().withIncreases(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limitsSearchesOfTheWholeAccountPerSecondWithoutHeaders() {
        var hub = Hub.fresh();
        hub.simulator.otherAppsSearch(3);
        assertThat(hub.search("deals", "{}").headers()).doesNotContainKey("X-HubSpot-RateLimit-Max");
        assertThat(hub.search("contacts", "{}").status()).isEqualTo(200);

        var refused = hub.search("deals", "{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.at("/policyName")).isEqualTo("SECONDLY");
        assertThat(refused.at("/message")).isEqualTo("You have reached your secondly limit.");
        assertThat(refused.headers()).doesNotContainKey("X-HubSpot-RateLimit-Max");
        assertThat(hub.later(Duration.ofSeconds(1)).search("deals", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void sharesTheDayWithOtherApps() {
        var hub = Hub.fresh();
        hub.simulator.otherAppsUse(249_999);

        var last = hub.get(DEALS);

        assertThat(last.headers()).containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "0");
        assertThat(hub.get(DEALS).at("/policyName")).isEqualTo("DAILY");
        var usage = hub.person("GET", "/account-info/2026-09/api-usage/daily/private-apps", "");
        assertThat(usage.at("/results/0/currentUsage")).isEqualTo("250000");
        assertThat(usage.at("/results/0/resetsAt")).isEqualTo("2026-11-21T00:00:00.000Z");
        hub.later(Duration.ofHours(14));
        assertThat(hub.person("GET", "/account-info/2026-09/api-usage/daily/private-apps", "")
                        .at("/results/0/currentUsage"))
                .isEqualTo("0");
    }

    @Test
    void limitsAMarketplaceAppByItselfAndNotByTheDay() {
        var app = OAuthApp.sandbox().withDistribution(OAuthApp.Distribution.MARKETPLACE);
        var hub = Hub.with(HubSpotSettings.sandbox()
                .withOAuthApp(app)
                .withLimits(PlanLimits.enterprise().withIncreases(1)));
        var token = OAuthTest.accessToken(hub);
        hub.simulator.otherAppsUse(2_000_000);

        for (var i = 0; i < 110; i++)
            assertThat(hub.call(token, "GET", DEALS, "").status()).isEqualTo(200);
        var refused = hub.call(token, "GET", DEALS, "");

        assertThat(refused.at("/policyName")).isEqualTo("TEN_SECONDLY_ROLLING");
        assertThat(refused.headers())
                .containsEntry("X-HubSpot-RateLimit-Max", "110")
                .doesNotContainKeys("X-HubSpot-RateLimit-Daily", "X-HubSpot-RateLimit-Daily-Remaining");
        assertThat(hub.get(DEALS).at("/policyName")).isEqualTo("DAILY");
    }

    @Test
    void limitsAPrivateOAuthAppAsTheAccountsPlanDoesAndHidesTheDay() {
        var hub = Hub.fresh();
        var token = OAuthTest.accessToken(hub);

        for (var i = 0; i < 100; i++) hub.call(token, "GET", DEALS, "");

        assertThat(hub.call(token, "GET", DEALS, "").status()).isEqualTo(429);
        assertThat(hub.call(token, "GET", DEALS, "").headers())
                .containsEntry("X-HubSpot-RateLimit-Max", "100")
                .doesNotContainKey("X-HubSpot-RateLimit-Daily");
        assertThat(hub.get(DEALS).headers()).containsEntry("X-HubSpot-RateLimit-Daily-Remaining", "249899");
    }

    @Test
    void wordsTheTenSecondLimitOtherwiseWhenSwitchedSo() {
        var hub = Hub.with(HubSpotSettings.sandbox()
                .withLimits(new PlanLimits(0, 1000, 100, 100, 5))
                .with(Unconfirmed.RATE_LIMIT_TEXT_NAMES_POLICY, false));

        var refused = hub.get(DEALS);

        assertThat(refused.at("/message")).isEqualTo("You have reached your secondly limit.");
        assertThat(refused.at("/policyName")).isEqualTo("TEN_SECONDLY_ROLLING");
    }

    @Test
    void limitsTheDayOfAssociationsToo() {
        var hub = Hub.with(HubSpotSettings.sandbox().withLimits(new PlanLimits(100, 1000, 100, 1, 5)));
        var path = Hub.ASSOCIATIONS + "deals/contacts/labels";
        hub.get(path);

        assertThat(hub.get(path).at("/policyName")).isEqualTo("DAILY");
        assertThat(hub.get(DEALS).status()).isEqualTo(200);
    }
}
