package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    private static final Path APP = Path.of("..", "..", "hubspot-app", "src", "app");

    @Test
    void readsEveryGroupAndLeavesInactiveOnesOut() {
        var subscriptions = Subscriptions.parse("""
                {"config":{"subscriptions":{
                  "crmObjects":[{"subscriptionType":"object.propertyChange","objectType":"deal",
                                 "propertyName":"dealstage","active":true},
                                {"subscriptionType":"object.merge","objectType":"company","active":false}],
                  "legacyCrmObjects":[{"subscriptionType":"deal.deletion","active":true}]}}}""");

        assertThat(subscriptions)
                .containsExactly(
                        Subscription.toProperty("deal", "dealstage"), Subscription.to("deal.deletion", "deal"));
    }

    @Test
    void readsTheAppsOwnFile() throws IOException {
        var subscriptions = Subscriptions.parse(Files.readString(APP.resolve("webhooks/webhooks-hsmeta.json")));

        assertThat(subscriptions)
                .contains(
                        Subscription.toProperty("deal", "dealstage"),
                        Subscription.toProperty("line_item", "hs_tax_rate_group_id"),
                        Subscription.to("object.associationChange", "deal"),
                        Subscription.to("object.deletion", "line_item"),
                        Subscription.to("object.merge", "deal"));
    }

    @Test
    void grantsTheAppTheReadScopeOfEverythingItSubscribesTo() throws IOException {
        var subscriptions = Subscriptions.parse(Files.readString(APP.resolve("webhooks/webhooks-hsmeta.json")));
        var scopes = Set.copyOf(Json.texts(
                Json.parse(Files.readString(APP.resolve("app-hsmeta.json"))).at("/config/auth/requiredScopes")));

        assertThat(subscriptions)
                .allSatisfy(subscription -> assertThat(scopes)
                        .contains("crm.objects."
                                + ObjectType.named(subscription.objectType())
                                        .orElseThrow()
                                        .plural() + ".read"));
    }
}
