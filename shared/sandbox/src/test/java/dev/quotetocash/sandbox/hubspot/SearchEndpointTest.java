package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SearchEndpointTest {

    private final Hub hub = Hub.fresh();

    @Test
    void findsARecordOnlyAfterTheLag() {
        hub.create("deals", "{'dealname':'Acme'}");

        assertThat(total("{}")).isZero();
        hub.later(Duration.ofSeconds(4));
        assertThat(total("{}")).isZero();
        hub.later(Duration.ofSeconds(1));
        assertThat(total("{}")).isEqualTo(1);
    }

    @Test
    void answersWithOldValuesUntilAChangeIsIndexed() {
        var deal = hub.create("deals", "{'dealname':'Old'}");
        hub.later(Duration.ofMinutes(1)).update("deals", deal, "{'dealname':'New'}");

        assertThat(first("{'properties':['dealname']}")).isEqualTo("Old");
        hub.later(Duration.ofSeconds(5));
        assertThat(first("{'properties':['dealname']}")).isEqualTo("New");
        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("New");
    }

    @Test
    void filtersByModifiedTimeInMilliseconds() {
        hub.create("deals", "{'dealname':'Early'}");
        hub.later(Duration.ofMinutes(1)).create("deals", "{'dealname':'Late'}");
        hub.later(Duration.ofMinutes(1));
        var since = Hub.START.plusSeconds(60).toEpochMilli();

        assertThat(first("{'properties':['dealname'],'filterGroups':[{'filters':[{'propertyName':"
                        + "'hs_lastmodifieddate','operator':'GTE','value':'" + since + "'}]}]}"))
                .isEqualTo("Late");
    }

    @Test
    void filtersByEveryOperator() {
        hub.create("deals", "{'dealname':'Acme Rockets','amount':'100','dealtype':'newbusiness'}");
        hub.create("deals", "{'dealname':'Bolt','amount':'20'}");
        hub.later(Duration.ofSeconds(5));

        assertThat(matching("amount", "EQ", "'value':'100.00'")).isEqualTo(1);
        assertThat(matching("amount", "GT", "'value':'20'")).isEqualTo(1);
        assertThat(matching("amount", "BETWEEN", "'value':'20','highValue':'100'"))
                .isEqualTo(2);
        assertThat(matching("dealname", "EQ", "'value':'bolt'")).isEqualTo(1);
        hub.later(Duration.ofSeconds(5));
        assertThat(matching("dealname", "IN", "'values':['bolt']")).isEqualTo(1);
        assertThat(matching("dealname", "IN", "'values':['Bolt']")).isZero();
        assertThat(matching("dealname", "CONTAINS_TOKEN", "'value':'rock*'")).isEqualTo(1);
        assertThat(matching("dealtype", "HAS_PROPERTY", "'value':''")).isEqualTo(1);
        assertThat(matching("dealtype", "NOT_HAS_PROPERTY", "'value':''")).isEqualTo(1);
        hub.later(Duration.ofSeconds(5));
        assertThat(matching("dealtype", "EQ", "'value':'NewBusiness'")).isZero();
        assertThat(matching("amount", "NOT_IN", "'values':['20']")).isEqualTo(1);
    }

    @Test
    void takesAStarForAnyText() {
        hub.create("deals", "{'dealname':'Acme Rockets of Leeds'}");
        hub.later(Duration.ofSeconds(5));

        for (var pattern : List.of("acme*", "*leeds", "*rock*", "a*rock*leeds", "r*ts", "*")) {
            assertThat(matching("dealname", "CONTAINS_TOKEN", "'value':'" + pattern + "'"))
                    .as(pattern)
                    .isEqualTo(1);
            hub.later(Duration.ofSeconds(1));
        }
        for (var pattern : List.of("rock", "*rock", "acme*acme", "ac*me rockets", "leeds*acme")) {
            assertThat(matching("dealname", "CONTAINS_TOKEN", "'value':'" + pattern + "'"))
                    .as(pattern)
                    .isZero();
            hub.later(Duration.ofSeconds(1));
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void answersAtOnceHoweverManyStarsAPatternHas() {
        hub.create("deals", "{'dealname':'" + "a".repeat(5_000) + "'}");
        hub.later(Duration.ofSeconds(5));

        assertThat(matching("dealname", "CONTAINS_TOKEN", "'value':'" + "*a".repeat(40) + "*b'"))
                .isZero();
    }

    @Test
    void filtersByAssociation() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");
        var company = hub.create("companies", "{'name':'Acme'}");
        hub.create("deals", "{'dealname':'Other'}");
        hub.associate("deals", deal, "companies", company);
        hub.later(Duration.ofSeconds(5));

        assertThat(matching("associations.company", "EQ", "'value':'" + company + "'"))
                .isEqualTo(1);
    }

    @Test
    void sortsByAnObjectOrAStringAndPages() {
        for (var name : new String[] {"b", "c", "a"}) hub.create("deals", "{'dealname':'" + name + "'}");
        hub.later(Duration.ofSeconds(5));

        var down = hub.search("deals", "{'sorts':[{'propertyName':'dealname','direction':'DESCENDING'}],'limit':2}");
        var up = hub.search("deals", "{'sorts':['dealname'],'limit':2,'after':'2'}");
        var minus = hub.search("deals", "{'sorts':['-dealname'],'limit':1}");

        assertThat(down.at("/results/0/properties/dealname")).isEqualTo("c");
        assertThat(down.at("/paging/next/after")).isEqualTo("2");
        assertThat(up.at("/results/0/properties/dealname")).isEqualTo("c");
        assertThat(up.body().has("paging")).isFalse();
        assertThat(minus.at("/results/0/properties/dealname")).isEqualTo("c");
    }

    @Test
    void refusesWhatGoesBeyondItsLimits() {
        assertThat(hub.search("deals", "{'limit':201}").status()).isEqualTo(400);
        assertThat(hub.search("deals", "{'limit':100,'after':'9901'}").status()).isEqualTo(400);
        assertThat(hub.search("deals", "{'limit':100,'after':'9900'}").status()).isEqualTo(200);
        assertThat(hub.search("deals", "{'query':'" + "x".repeat(3000) + "'}").status())
                .isEqualTo(400);
        hub.later(Duration.ofSeconds(2));
        assertThat(hub.search("deals", "{'filterGroups':[" + groups(6, 1) + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.search("deals", "{'filterGroups':[" + groups(1, 7) + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.search("deals", "{'filterGroups':[" + groups(4, 5) + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.search("deals", "{'sorts':['amount','dealname']}").status())
                .isEqualTo(400);
    }

    @Test
    void allowsFiveASecondAndShowsNoRateHeaders() {
        for (var i = 0; i < 5; i++)
            assertThat(hub.search("deals", "{}").status()).isEqualTo(200);

        var sixth = hub.search("deals", "{}");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.at("/message")).isEqualTo("You have reached your secondly limit.");
        assertThat(sixth.headers()).doesNotContainKeys("X-HubSpot-RateLimit-Max", "Retry-After");
        hub.later(Duration.ofSeconds(1));
        assertThat(hub.search("deals", "{}").status()).isEqualTo(200);
    }

    @Test
    void neverReturnsArchivedRecordsOrAssociations() {
        var deal = hub.create("deals", "{}");
        hub.later(Duration.ofSeconds(5));
        assertThat(hub.search("deals", "{}").body().at("/results/0").has("associations"))
                .isFalse();

        hub.delete(Hub.OBJECTS + "deals/" + deal);

        assertThat(total("{}")).isZero();
    }

    @Test
    void takesMoreSortsAndGroupsWhenSwitchedSo() {
        var more = Hub.with(HubSpotSettings.sandbox()
                .with(Unconfirmed.SEARCH_TAKES_MANY_SORTS, true)
                .with(Unconfirmed.SEARCH_TAKES_SIX_GROUPS, true));
        more.create("deals", "{'dealname':'b','amount':'1'}");
        more.create("deals", "{'dealname':'a','amount':'2'}");
        more.create("deals", "{'dealname':'a','amount':'10'}");
        more.later(Duration.ofSeconds(5));

        var sorted = more.search("deals", "{'sorts':['dealname','-amount'],'properties':['amount']}");

        assertThat(sorted.body().findValuesAsText("amount")).containsExactly("10", "2", "1");
        assertThat(more.search("deals", "{'filterGroups':[" + groups(6, 1) + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(more.search("deals", "{'filterGroups':[" + groups(7, 1) + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void looksForEveryWordOfTheQueryInWhatATypeIsSearchedBy() {
        hub.create("companies", "{'name':'Kestrel Instruments Ltd','domain':'kestrel.example'}");
        hub.later(Duration.ofSeconds(5));

        assertThat(hub.search("companies", "{'query':'instruments KESTREL'}").at("/total"))
                .isEqualTo("1");
        assertThat(hub.search("companies", "{'query':'kestrel gmbh'}").at("/total"))
                .isEqualTo("0");
    }

    private long total(String json) {
        return hub.search("deals", json).body().path("total").asLong(-1);
    }

    private String first(String json) {
        return hub.search("deals", json).at("/results/0/properties/dealname");
    }

    private long matching(String property, String operator, String values) {
        return total("{'filterGroups':[{'filters':[{'propertyName':'" + property + "','operator':'" + operator + "',"
                + values + "}]}]}");
    }

    private static String groups(int groups, int filters) {
        var filter = "{'propertyName':'amount','operator':'EQ','value':'1'}";
        var group = "{'filters':[" + String.join(",", Collections.nCopies(filters, filter)) + "]}";
        return String.join(",", Collections.nCopies(groups, group));
    }
}
