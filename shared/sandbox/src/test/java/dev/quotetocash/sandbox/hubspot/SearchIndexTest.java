package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A filter that an index answers finds the same records as one that looks at each of them.
class SearchIndexTest {

    private final Hub hub =
            Hub.with(HubSpotSettings.sandbox().withLimits(new PlanLimits(10_000, 10_000, 10, 10, 10_000)));

    @Test
    void findsWhatALookAtEveryRecordFinds() {
        var random = new Random(3);
        for (var i = 0; i < 400; i++) {
            change(random);
            hub.later(Duration.ofMillis(random.nextInt(3000)));
            if (i % 4 == 0) compare(random);
        }
    }

    @Test
    void knowsAValueThatARefusedBatchTookBack() {
        var deal = hub.create("deals", "{'dealname':'Old'}");
        hub.later(Duration.ofMinutes(1));
        assertThat(ids(filter("dealname", "EQ", "'value':'Old'"))).containsExactly(deal);

        hub.post(
                Hub.OBJECTS + "deals/batch/create",
                "{'inputs':[{'properties':{'dealname':'New'}},{'properties':{'amount':'much'}}]}");
        hub.later(Duration.ofMinutes(1));

        assertThat(ids(filter("dealname", "EQ", "'value':'New'"))).isEmpty();
        var next = hub.create("deals", "{'dealname':'Other'}");
        hub.later(Duration.ofMinutes(1));
        assertThat(ids(filter("dealname", "EQ", "'value':'Other'"))).containsExactly(next);
    }

    @Test
    void followsAPropertyThatBecomesANumber() {
        hub.post(
                "/crm/properties/2026-09/deals",
                "{'name':'size','label':'Size','type':'string','fieldType':'text','groupName':'dealinformation'}");
        var small = hub.create("deals", "{'size':'9'}");
        hub.create("deals", "{'size':'10'}");
        hub.create("deals", "{'size':'large'}");
        hub.later(Duration.ofMinutes(1));
        assertThat(ids(filter("size", "GT", "'value':'10'"))).hasSize(2);

        hub.patch("/crm/properties/2026-09/deals/size", "{'type':'number','fieldType':'number'}");

        assertThat(ids(filter("size", "LT", "'value':'10'"))).containsExactly(small);
    }

    private void change(Random random) {
        var id = Long.toString(30_000_000_001L + random.nextInt(40));
        var values = "{'dealname':'Deal " + random.nextInt(5) + "','amount':'" + random.nextInt(10) + "'}";
        switch (random.nextInt(8)) {
            case 0 -> hub.delete(Hub.OBJECTS + "deals/" + id);
            case 1, 2, 3 -> hub.update("deals", id, values);
            case 4 -> hub.update("deals", id, "{'dealname':''}");
            default -> hub.post(Hub.OBJECTS + "deals", "{'properties':" + values + "}");
        }
    }

    /// CONTAINS_TOKEN and NOT_HAS_PROPERTY are not answered by an index, so their group makes search look at all.
    private void compare(Random random) {
        var since = hub.instant().minusSeconds(random.nextInt(60)).toEpochMilli();
        for (var filter : List.of(
                filter("dealname", "EQ", "'value':'deal " + random.nextInt(5) + "'"),
                filter("dealname", "IN", "'values':['deal 1','deal 3']"),
                filter("amount", "BETWEEN", "'value':'2','highValue':'5.0'"),
                filter("amount", "LT", "'value':'3'"),
                filter("hs_lastmodifieddate", "GTE", "'value':'" + since + "'"),
                filter("hs_object_id", "GT", "'value':'30000000020'"))) {
            var never = "{'filters':[" + filter("pipeline", "CONTAINS_TOKEN", "'value':'nowhere'") + "]}";
            assertThat(ids(filter)).isEqualTo(ids(filter + "]}," + never.substring(0, never.length() - 2)));
        }
    }

    private static String filter(String property, String operator, String values) {
        return "{'propertyName':'" + property + "','operator':'" + operator + "'," + values + "}";
    }

    private List<String> ids(String filter) {
        var reply = hub.search("deals", "{'limit':200,'filterGroups':[{'filters':[" + filter + "]}]}");
        if (reply.status() != 200) throw new AssertionError(reply.body().toString());
        return reply.body().path("results").findValuesAsText("id");
    }

    @Test
    void findsARecordThatChangedTwiceWithinAMillisecond() {
        var deal = hub.create("deals", "{'dealname':'Old'}");
        var created = hub.instant();
        hub.later(Duration.ofSeconds(20));
        hub.update("deals", deal, "{'dealname':'New'}");
        hub.update("deals", deal, "{'dealname':'Newer'}");
        hub.later(Duration.ofSeconds(1));

        var from = created.minusSeconds(1).toEpochMilli();
        var to = created.plusSeconds(1).toEpochMilli();
        assertThat(ids(filter("hs_lastmodifieddate", "BETWEEN", "'value':'" + from + "','highValue':'" + to + "'")))
                .containsExactly(deal);
    }

    @Test
    void findsAValueBehindOneThatCameBack() {
        var deal = hub.create("deals", "{'dealname':'Kestrel'}");
        hub.later(Duration.ofMinutes(1));
        hub.update("deals", deal, "{'dealname':'Alder'}");
        hub.update("deals", deal, "{'dealname':'Birch'}");
        hub.update("deals", deal, "{'dealname':'Alder'}");

        assertThat(ids(filter("dealname", "EQ", "'value':'Kestrel'"))).containsExactly(deal);
    }

    @Test
    void findsAMergedRecordByTheValueThatSearchStillShows() {
        var deal = hub.create("deals", "{'dealname':'Kestrel'}");
        var other = hub.create("deals", "{'dealname':'Other'}");
        hub.later(Duration.ofMinutes(1));
        assertThat(ids(filter("dealname", "EQ", "'value':'Kestrel'"))).containsExactly(deal);
        hub.update("deals", deal, "{'dealname':'Alder'}");
        hub.update("deals", deal, "{'dealname':'Birch'}");
        hub.update("deals", deal, "{'dealname':'Alder'}");
        var merged = hub.post(
                        Hub.OBJECTS + "deals/merge",
                        "{'primaryObjectId':'" + deal + "','objectIdToMerge':'" + other + "'}")
                .id();

        assertThat(ids(filter("dealname", "EQ", "'value':'Kestrel'"))).containsExactly(merged);
    }
}
