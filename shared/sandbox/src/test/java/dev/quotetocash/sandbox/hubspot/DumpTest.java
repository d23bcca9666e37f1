package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DumpTest {

    private static final HubSpotSettings SETTINGS = HubSpotSettings.sandbox().withCrm(CrmLimits.enterprise());

    @Test
    void restoresAStateSoThatNothingTellsTheTwoApart() {
        for (var seed = 0; seed < 5; seed++) {
            var original = Hub.with(SETTINGS);
            prepare(original);
            story(original, new Random(seed), 60);
            var copy = Hub.with(SETTINGS);
            copy.later(Duration.between(copy.instant(), original.instant()));

            var dump = original.simulator.dump();
            copy.simulator.load(dump);

            assertThat(copy.simulator.dump()).isEqualTo(dump);
            var further = story(original, new Random(99), 60);
            assertThat(story(copy, new Random(99), 60)).isEqualTo(further);
            assertThat(copy.simulator.dump()).isEqualTo(original.simulator.dump());
        }
    }

    @Test
    void holdsTheLimitsThatAreUsedUp() {
        var original = Hub.with(SETTINGS.withLimits(new PlanLimits(2, 1_000, 10, 1_000, 5)));
        original.get(Hub.OBJECTS + "deals");
        original.get(Hub.OBJECTS + "deals");
        var copy = Hub.with(original.settings);

        copy.simulator.load(original.simulator.dump());

        assertThat(copy.get(Hub.OBJECTS + "deals").status()).isEqualTo(429);
    }

    @Test
    void holdsGrantsAndDisruptions() {
        var original = Hub.with(SETTINGS);
        var token = OAuthTest.accessToken(original);
        original.simulator.failNext(1, 502);
        var copy = Hub.with(SETTINGS);

        copy.simulator.load(original.simulator.dump());

        assertThat(copy.call(token, "GET", Hub.OBJECTS + "deals", "").status()).isEqualTo(502);
        assertThat(copy.call(token, "GET", Hub.OBJECTS + "deals", "").status()).isEqualTo(200);
    }

    @Test
    void countsTheEventsOnWhereTheDumpLeftOff() {
        var original = Hub.subscribed(Subscription.to("object.creation", "deal"));
        original.create("deals", "{}");
        var dump = original.simulator.dump();
        original.create("deals", "{}");
        var copy = Hub.with(original.settings);

        copy.simulator.load(dump);
        copy.create("deals", "{}");

        assertThat(copy.events().getLast().path("eventId"))
                .isEqualTo(original.events().getLast().path("eventId"));
    }

    @Test
    void beginsAnewOnReset() {
        var hub = Hub.subscribed(Subscription.to("object.creation", "deal"));
        var fresh = hub.simulator.dump();
        OAuthTest.accessToken(hub);
        hub.simulator.failNext(1, 502);
        hub.get(Hub.OBJECTS + "deals");
        prepare(hub);
        hub.create("deals", "{'dealname':'Kestrel'}");

        hub.simulator.reset();

        assertThat(hub.simulator.dump()).isEqualTo(fresh);
    }

    @Test
    void keepsTheStateWhenItCannotReadADump() {
        var hub = Hub.with(SETTINGS);
        hub.create("deals", "{}");
        var before = hub.simulator.dump();

        assertThatThrownBy(() -> hub.simulator.load("{\"account\":3}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.simulator.load(before.replace("\"deals\" :", "\"dreams\" :")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(hub.simulator.dump()).isEqualTo(before);
    }

    private static void prepare(Hub hub) {
        hub.post(
                "/crm-object-schemas/2026-09/schemas",
                "{'name':'machine','labels':{'singular':'Machine','plural':'Machines'},"
                        + "'requiredProperties':['serial'],'associatedObjects':['deals'],'properties':"
                        + "[{'name':'serial','label':'Serial','type':'string','fieldType':'text'}]}");
        hub.post(
                "/crm/properties/2026-09/deals",
                "{'name':'key','label':'Key','type':'string','fieldType':'text','groupName':'dealinformation',"
                        + "'hasUniqueValue':true,'dataSensitivity':'non_sensitive'}");
        hub.post(Hub.ASSOCIATIONS + "deals/companies/labels", "{'label':'Reseller','name':'reseller'}");
        hub.post(
                "/crm/pipelines/2026-09/deals",
                "{'label':'Other','stages':[{'label':'New','metadata':{'probability':'0.5'}}]}");
    }

    /// Calls that mostly succeed, and what was answered.
    private static String story(Hub hub, Random random, int calls) {
        var told = new StringBuilder();
        for (var i = 0; i < calls; i++) {
            hub.later(Duration.ofSeconds(1 + random.nextInt(5)));
            var id = Long.toString(30_000_000_001L + random.nextInt(4));
            var other = Long.toString(30_000_000_001L + random.nextInt(4));
            var reply = switch (random.nextInt(10)) {
                case 0 -> hub.post(Hub.OBJECTS + "deals", "{'properties':{'dealname':'Deal','key':'" + i % 7 + "'}}");
                case 1 -> hub.post(Hub.OBJECTS + "companies", "{'properties':{'name':'Kestrel'}}");
                case 2 -> hub.post(Hub.OBJECTS + "machine", "{'properties':{'serial':'" + i + "'}}");
                case 3 -> hub.update("deals", id, "{'amount':'" + i + "','dealstage':'closedwon'}");
                case 4 -> hub.associate("deals", id, "companies", other);
                case 5 ->
                    hub.put(
                            Hub.OBJECTS + "deals/" + id + "/associations/companies/" + other,
                            "[{'associationCategory':'USER_DEFINED','associationTypeId':" + hubLabel(hub) + "}]");
                case 6 -> hub.delete(Hub.OBJECTS + "deals/" + id);
                case 7 ->
                    hub.post(
                            Hub.OBJECTS + "deals/merge",
                            "{'primaryObjectId':'" + id + "','objectIdToMerge':'" + other + "'}");
                case 8 -> hub.associate("machine", id, "deals", other);
                default ->
                    hub.search(
                            "deals",
                            "{'filterGroups':[{'filters':[{'propertyName':'dealname','operator':'EQ','value':'deal'}]}]}");
            };
            told.append(reply.status()).append(reply.body());
        }
        return told.toString();
    }

    private static int hubLabel(Hub hub) {
        var labels = hub.get(Hub.ASSOCIATIONS + "deals/companies/labels").body().path("results");
        for (var label : labels) {
            if (label.path("label").asText().equals("Reseller"))
                return label.path("typeId").asInt();
        }
        throw new AssertionError("the label is gone");
    }

    @Test
    void refusesWhatIsNoWholeStateAndKeepsItsOwn() {
        var hub = Hub.with(SETTINGS);
        var deal = hub.create("deals", "{'dealname':'Kestrel'}");
        var dump = hub.simulator.dump();
        for (var wrong : List.of(
                "null",
                "{}",
                dump.replace("\"gate\"", "\"gait\""),
                dump.replace("\"counters\"", "\"other\""),
                dump.replace("\"disruptions\"", "\"other\""),
                dump.replace("\"id\" : \"" + deal + "\"", "\"id\" : \"x\""))) {
            assertThatThrownBy(() -> hub.simulator.load(wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThat(hub.simulator.dump()).isEqualTo(dump);
        }
        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("Kestrel");
    }
}
