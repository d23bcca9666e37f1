package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final Subscription STAGE = Subscription.toProperty("deal", "dealstage");
    private static final Subscription LINKS = Subscription.to("object.associationChange", "deal");

    @Test
    void tellsAPersonsPropertyChangeInFull() {
        var hub = Hub.subscribed(STAGE);
        var deal = hub.create("deals", "{'dealname':'Acme'}");
        hub.later(Duration.ofSeconds(1))
                .person("PATCH", Hub.OBJECTS + "deals/" + deal, "{'properties':{'dealstage':'closedwon'}}");

        assertThat(hub.events()).hasSize(1);
        assertThat(hub.events().getFirst().toString())
                .isEqualTo("{\"eventId\":3816279340,\"subscriptionId\":5000001,\"portalId\":33000033,"
                        + "\"appId\":1160452,\"occurredAt\":1795168801123,"
                        + "\"subscriptionType\":\"object.propertyChange\",\"attemptNumber\":0,\"objectId\":" + deal
                        + ",\"objectTypeId\":\"0-3\",\"changeSource\":\"CRM_UI\",\"sourceId\":\"userId:4711\","
                        + "\"propertyName\":\"dealstage\",\"propertyValue\":\"closedwon\",\"isSensitive\":false}");
    }

    @Test
    void echoesTheAppsOwnWritesAsIntegration() {
        var hub = Hub.subscribed(STAGE);
        var deal = hub.create("deals", "{'dealstage':'contractsent'}");

        hub.update("deals", deal, "{'dealstage':'closedwon'}");

        assertThat(hub.events().stream().map(event -> event.path("changeSource").asText()))
                .containsExactly("INTEGRATION", "INTEGRATION");
    }

    @Test
    void staysSilentWhenNothingChangesOrNobodyListens() {
        var hub = Hub.subscribed(STAGE);
        var deal = hub.create("deals", "{'dealstage':'contractsent'}");
        hub.deliveries.clear();

        hub.update("deals", deal, "{'dealstage':'contractsent','dealname':'Acme'}");

        assertThat(hub.deliveries).isEmpty();
    }

    @Test
    void tellsNothingOfARefusedBatch() {
        var hub = Hub.subscribed(STAGE);

        hub.post(
                Hub.OBJECTS + "deals/batch/create",
                "{'inputs':[{'properties':{'dealstage':'closedwon'}},{'properties':{'amount':'x'}}]}");

        assertThat(hub.deliveries).isEmpty();
    }

    @Test
    void tellsAnAssociationChangeFromBothSides() {
        var hub = Hub.subscribed(LINKS);
        var deal = hub.create("deals", "{}");
        var item = hub.create("line_items", "{}");

        hub.associate("deals", deal, "line_items", item);

        assertThat(hub.events()).hasSize(2);
        var there = hub.events().getFirst();
        assertThat(there.path("associationType").asText()).isEqualTo("DEAL_TO_LINE_ITEM");
        assertThat(there.path("fromObjectId").asText()).isEqualTo(deal);
        assertThat(there.path("toObjectId").asText()).isEqualTo(item);
        assertThat(there.path("associationRemoved").asBoolean()).isFalse();
        assertThat(there.path("fromObjectTypeId").asText()).isEqualTo("0-3");
        assertThat(there.path("associationTypeId").asInt()).isEqualTo(19);
        var back = hub.events().getLast();
        assertThat(back.path("associationType").asText()).isEqualTo("LINE_ITEM_TO_DEAL");
        assertThat(back.path("associationTypeId").asInt()).isEqualTo(20);
    }

    @Test
    void tellsOnlyTheSubscribedSideWhenSwitchedSo() {
        var hub = Hub.with(Hub.subscribed(LINKS).settings.with(Unconfirmed.ASSOCIATION_EVENTS_FROM_BOTH_SIDES, false));
        var deal = hub.create("deals", "{}");

        hub.associate("deals", deal, "contacts", hub.create("contacts", "{}"));

        assertThat(types(hub.events(), "associationType")).containsExactly("DEAL_TO_CONTACT");
    }

    @Test
    void marksPrimaryAssociationsAndTheirRemoval() {
        var hub = Hub.subscribed(LINKS);
        var deal = hub.create("deals", "{}");
        var company = hub.create("companies", "{}");
        var path = Hub.OBJECTS + "deals/" + deal + "/associations/companies/" + company;
        hub.put(path, "[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':5}]");
        hub.deliveries.clear();

        hub.delete(path);

        assertThat(hub.events())
                .hasSize(4)
                .allMatch(event -> event.path("associationRemoved").asBoolean());
        assertThat(hub.events().stream()
                        .filter(event -> event.path("isPrimaryAssociation").asBoolean()))
                .hasSize(2);
    }

    @Test
    void tellsCreationDeletionAndMerge() {
        var hub = Hub.subscribed(
                Subscription.to("object.creation", "deal"),
                Subscription.to("deal.deletion", "deal"),
                Subscription.to("object.merge", "deal"));
        var one = hub.create("deals", "{'amount':'5'}");
        var two = hub.create("deals", "{'dealname':'Two'}");
        hub.post(Hub.OBJECTS + "deals/merge", "{'primaryObjectId':'" + one + "','objectIdToMerge':'" + two + "'}");
        hub.delete(Hub.OBJECTS + "deals/" + one);

        assertThat(types(hub.events(), "subscriptionType"))
                .containsExactly("object.creation", "object.creation", "object.merge", "deal.deletion");
        assertThat(hub.events().getFirst().path("changeFlag").asText()).isEqualTo("CREATED");
        var merge = hub.events().get(2);
        assertThat(merge.path("primaryObjectId").asText()).isEqualTo(one);
        assertThat(merge.path("mergedObjectIds").get(0).asText()).isEqualTo(two);
        assertThat(merge.path("newObjectId").asText()).isNotIn(one, two);
        assertThat(merge.path("numberOfPropertiesMoved").asInt()).isEqualTo(1);
        assertThat(hub.events().getLast().has("objectTypeId")).isFalse();
    }

    @Test
    void putsTheEventsOfOneRequestIntoDeliveriesOfAtMostAHundred() {
        var hub = Hub.subscribed(STAGE, Subscription.toProperty("deal", "amount"));
        var rows = IntStream.range(0, 60)
                .mapToObj(i -> "{'properties':{'dealstage':'closedwon','amount':'1'}}")
                .collect(Collectors.joining(",", "{'inputs':[", "]}"));

        hub.post(Hub.OBJECTS + "deals/batch/create", rows);

        assertThat(hub.deliveries).hasSize(2);
        assertThat(hub.events()).hasSize(120);
        assertThat(Json.parse(new String(hub.deliveries.getFirst().body(), StandardCharsets.UTF_8)))
                .hasSize(100);
    }

    @Test
    void keepsCalculatedPropertiesQuietUntilSwitched() {
        var wonSubscription = Subscription.toProperty("deal", "hs_is_closed_won");
        var quiet = Hub.subscribed(wonSubscription);
        var loud = Hub.with(quiet.settings.with(Unconfirmed.CALCULATED_PROPERTIES_EMIT, true));

        quiet.create("deals", "{'dealstage':'closedwon'}");
        loud.create("deals", "{'dealstage':'closedwon'}");

        assertThat(quiet.events()).isEmpty();
        assertThat(types(loud.events(), "propertyValue")).containsExactly("true");
        assertThat(types(loud.events(), "changeSource")).containsExactly("CALCULATED");
    }

    @Test
    void signsEachDeliveryAndForARetryCountsItAndSignsItAnew() {
        var hub = Hub.subscribed(STAGE);
        hub.create("deals", "{'dealstage':'closedwon'}");
        var delivery = hub.deliveries.getFirst();
        var retry = HubSpotSimulator.webhookForm(hub.settings)
                .sign(new WebhookRequest(
                        1,
                        delivery.url(),
                        List.of(new WebhookEvent(0, "", hub.events().getFirst().toString())),
                        3,
                        true,
                        Hub.START.plus(Duration.ofMinutes(10))));
        var secret = hub.settings.clientSecret();

        assertThat(delivery.headers())
                .containsEntry("X-HubSpot-Signature", Signatures.v1(secret, delivery.body()))
                .containsEntry("X-HubSpot-Signature-Version", "v1")
                .containsEntry("X-HubSpot-Request-Timestamp", "1795168800123")
                .containsEntry(
                        "X-HubSpot-Signature-v3",
                        Signatures.v3(secret, "POST", delivery.url(), delivery.body(), 1_795_168_800_123L));
        assertThat(text(retry)).isEqualTo(text(delivery).replace("\"attemptNumber\":0", "\"attemptNumber\":3"));
        assertThat(retry.headers())
                .containsEntry("X-HubSpot-Signature", Signatures.v1(secret, retry.body()))
                .containsEntry("X-HubSpot-Request-Timestamp", "1795169400123")
                .containsEntry(
                        "X-HubSpot-Signature-v3",
                        Signatures.v3(secret, "POST", delivery.url(), retry.body(), 1_795_169_400_123L));
    }

    @Test
    void leavesOptionalMembersOutWhenSwitchedSo() {
        var hub = Hub.with(Hub.subscribed(STAGE)
                .settings
                .with(Unconfirmed.EVENTS_NAME_SUBSCRIPTION_TYPE, false)
                .with(Unconfirmed.WEBHOOKS_SIGNED_V3, false));

        hub.create("deals", "{'dealstage':'closedwon'}");

        assertThat(hub.events().getFirst().has("subscriptionType")).isFalse();
        assertThat(hub.events().getFirst().path("eventType").asText()).isEqualTo("object.propertyChange");
        assertThat(hub.deliveries.getFirst().headers()).doesNotContainKey("X-HubSpot-Signature-v3");
    }

    @Test
    void tellsOfTheLaterTypesGenericallyOnly() {
        var hub = Hub.subscribed(
                Subscription.to("object.creation", "quote"),
                Subscription.to("quote.creation", "quote"),
                Subscription.to("product.associationChange", "product"),
                Subscription.toProperty("invoice", "hs_invoice_status"));

        hub.create("quotes", "{}");
        hub.create("invoices", "{'hs_currency':'GBP'}");

        assertThat(types(hub.events(), "subscriptionType")).containsExactly("object.creation", "object.propertyChange");
        assertThat(types(hub.events(), "objectTypeId")).containsExactly("0-14", "0-53");
    }

    @Test
    void keepsQuotesAndInvoicesQuietWhenSwitchedSo() {
        var hub = Hub.with(Hub.subscribed(
                        Subscription.to("object.creation", "quote"),
                        Subscription.to("object.creation", "0-53"),
                        Subscription.to("object.creation", "deal"),
                        Subscription.toProperty("invoice", "hs_invoice_status"))
                .settings
                .with(Unconfirmed.QUOTES_AND_INVOICES_EMIT, false));

        hub.create("quotes", "{}");
        hub.create("invoices", "{'hs_currency':'GBP'}");
        hub.create("deals", "{}");

        assertThat(types(hub.events(), "objectTypeId")).containsExactly("0-3");
    }

    /// Each is UNCONFIRMED for itself: changeFlag, sourceId, isSensitive.
    @Test
    void leavesOutEachOptionalMemberForItself() {
        var subscribed = Hub.subscribed(STAGE, Subscription.to("object.creation", "deal")).settings;
        var optional = Map.of(
                Unconfirmed.EVENTS_CARRY_CHANGE_FLAG,
                "changeFlag",
                Unconfirmed.EVENTS_CARRY_SOURCE_ID,
                "sourceId",
                Unconfirmed.EVENTS_CARRY_IS_SENSITIVE,
                "isSensitive");

        assertThat(membersOfAWonDeal(Hub.with(subscribed))).containsAll(optional.values());
        optional.forEach((which, member) -> {
            var others = new HashSet<>(optional.values());
            others.remove(member);
            assertThat(membersOfAWonDeal(Hub.with(subscribed.with(which, false))))
                    .containsAll(others)
                    .doesNotContain(member);
        });
    }

    @Test
    void callsACreationNewWhenSwitchedSo() {
        var settings = Hub.subscribed(
                        Subscription.to("object.creation", "deal"), Subscription.to("object.deletion", "deal"))
                .settings;
        var hub = Hub.with(settings.with(Unconfirmed.CHANGE_FLAG_SAYS_NEW, true));
        var usual = Hub.with(settings);

        hub.delete(Hub.OBJECTS + "deals/" + hub.create("deals", "{}"));
        usual.create("deals", "{}");

        assertThat(types(hub.events(), "changeFlag")).containsExactly("NEW", "DELETED");
        assertThat(types(usual.events(), "changeFlag")).containsExactly("CREATED");
    }

    @Test
    void leavesTheTypesOfAnAssociationOutWhenSwitchedSo() {
        var hub = Hub.with(Hub.subscribed(LINKS).settings.with(Unconfirmed.ASSOCIATION_EVENTS_NAME_TYPES, false));

        hub.associate("deals", hub.create("deals", "{}"), "contacts", hub.create("contacts", "{}"));

        assertThat(types(hub.events(), "associationType")).containsExactly("DEAL_TO_CONTACT", "CONTACT_TO_DEAL");
        assertThat(hub.events())
                .noneMatch(event -> event.has("fromObjectTypeId") || event.has("associationTypeId"))
                .allMatch(event -> event.has("objectTypeId"));
    }

    private static Set<String> membersOfAWonDeal(Hub hub) {
        hub.create("deals", "{'dealstage':'closedwon'}");
        var members = new HashSet<String>();
        for (var event : hub.events()) event.fieldNames().forEachRemaining(members::add);
        return members;
    }

    private static String text(WebhookDelivery delivery) {
        return new String(delivery.body(), StandardCharsets.UTF_8);
    }

    private static List<String> types(List<JsonNode> events, String member) {
        return events.stream().map(event -> event.path(member).asText()).toList();
    }
}
