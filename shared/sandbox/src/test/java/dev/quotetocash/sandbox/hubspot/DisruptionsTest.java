package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisruptionsTest {

    private static final String DEALS = Hub.OBJECTS + "deals";

    private final Hub hub = Hub.fresh();

    @Test
    void tellsHowLongAMigrationTakes() {
        hub.simulator.migrateAccount(Duration.ofHours(24));
        hub.later(Duration.ofMillis(500));

        var refused = hub.get(DEALS);

        assertThat(refused.status()).isEqualTo(477);
        assertThat(refused.headers()).containsEntry("Retry-After", "86400");
        assertThat(refused.at("/status")).isEqualTo("error");
        assertThat(refused.at("/correlationId")).isEqualTo(refused.headers().get("X-HubSpot-Correlation-Id"));
        hub.later(Duration.ofHours(24));
        assertThat(hub.get(DEALS).status()).isEqualTo(200);
        assertThatThrownBy(() -> hub.simulator.migrateAccount(Duration.ofHours(25)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWritesToALockedRecordUntilItIsFree() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");
        var other = hub.create("deals", "{}");
        hub.simulator.lockRecord("deals", deal, Duration.ofSeconds(2));

        assertThat(hub.update("deals", deal, "{'dealname':'Kestrel'}").status()).isEqualTo(423);
        assertThat(hub.update("deals", deal, "{'dealname':'Kestrel'}").at("/category"))
                .isEqualTo("LOCKED");
        assertThat(hub.post(DEALS + "/batch/archive", "{'inputs':[{'id':'" + deal + "'}]}")
                        .status())
                .isEqualTo(423);
        assertThat(hub.person("DELETE", DEALS + "/" + deal, "").status()).isEqualTo(423);
        assertThat(hub.update("deals", other, "{'dealname':'Kestrel'}").status())
                .isEqualTo(200);
        assertThat(hub.value("deals", deal, "dealname")).isEqualTo("Acme");
        hub.later(Duration.ofSeconds(2));
        assertThat(hub.update("deals", deal, "{'dealname':'Kestrel'}").status()).isEqualTo(200);
    }

    @Test
    void locksBothEndsOfAnAssociationAndBothSidesOfAMerge() {
        var deal = hub.create("deals", "{}");
        var contact = hub.create("contacts", "{}");
        hub.simulator.lockRecord("0-1", contact, Duration.ofSeconds(2));

        assertThat(hub.associate("deals", deal, "contacts", contact).status()).isEqualTo(423);
        var pair = "{'inputs':[{'from':{'id':'" + deal + "'},'to':{'id':'" + contact + "'}}]}";
        assertThat(hub.post(Hub.ASSOCIATIONS + "deals/contacts/batch/associate/default", pair)
                        .status())
                .isEqualTo(423);
        assertThat(hub.post(Hub.ASSOCIATIONS + "deals/contacts/batch/read", "{'inputs':[{'id':'" + deal + "'}]}")
                        .status())
                .isEqualTo(207);
        var merge = "{'primaryObjectId':'" + hub.create("contacts", "{}") + "','objectIdToMerge':'" + contact + "'}";
        assertThat(hub.post(Hub.OBJECTS + "contacts/merge", merge).status()).isEqualTo(423);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504, 521, 522, 523, 524})
    void failsInFrontOfTheApi(int status) {
        hub.simulator.failNext(2, status);

        assertThat(hub.post(DEALS, "{'properties':{}}").status()).isEqualTo(status);
        assertThat(hub.person("GET", DEALS, "").body().path("results")).isEmpty();
        var second = hub.get(DEALS);
        assertThat(second.status()).isEqualTo(status);
        assertThat(second.body()).isEmpty();
        assertThat(hub.get(DEALS).status()).isEqualTo(200);
    }

    @Test
    void knowsOnlyTheOutagesOfTheReference() {
        assertThatThrownBy(() -> hub.simulator.failNext(1, 500)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var reply = hub.get(DEALS + "?properties=" + "a".repeat(15_000));

        assertThat(reply.status()).isEqualTo(414);
        assertThat(reply.headers()).containsKey("X-HubSpot-Correlation-Id");
    }

    @Test
    void leavesOutMembersOfErrorsWhenSwitchedSo() {
        var terse = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.ERRORS_LEAVE_OUT_MEMBERS, true));
        var seen = new LinkedHashSet<Set<String>>();
        for (var i = 0; i < 20; i++) {
            var members = new LinkedHashSet<String>();
            var reply = terse.read("deals", "9", "");
            assertThat(reply.status()).isEqualTo(404);
            reply.body().fieldNames().forEachRemaining(members::add);
            seen.add(members);
        }

        assertThat(seen).hasSizeGreaterThan(5);
        assertThat(Set.of("status", "message", "correlationId", "category", "context"))
                .containsAll(seen.stream().flatMap(Set::stream).toList());
    }

    @Test
    void knowsALockedRecordByEveryNameThatItHas() {
        var open = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.BUILT_IN_UNIQUE_IDS, true));
        var product = open.create("products", "{'name':'Seat','hs_sku':'S-1'}");
        open.simulator.lockRecord("products", product, Duration.ofSeconds(2));
        var rename = "{'properties':{'name':'Desk'}}";
        var upsert = "{'inputs':[{'idProperty':'hs_sku','id':'S-1','properties':{'name':'Desk'}}]}";

        assertThat(open.patch(Hub.OBJECTS + "products/S-1?idProperty=hs_sku", rename)
                        .status())
                .isEqualTo(423);
        assertThat(open.post(Hub.OBJECTS + "products/batch/upsert", upsert).status())
                .isEqualTo(423);
        assertThat(open.value("products", product, "name")).isEqualTo("Seat");
    }

    @Test
    void locksARecordAgainstAssociationsOfNewOnesAndUnderTheIdItHadBeforeAMerge() {
        var one = hub.create("deals", "{}");
        var other = hub.create("deals", "{}");
        var merged = hub.post(DEALS + "/merge", "{'primaryObjectId':'" + one + "','objectIdToMerge':'" + other + "'}")
                .id();
        hub.simulator.lockRecord("deals", merged, Duration.ofSeconds(2));
        var item = "{'properties':{},'associations':[{'to':{'id':'" + merged
                + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':20}]}]}";

        assertThat(hub.update("deals", one, "{'dealname':'Kestrel'}").status()).isEqualTo(423);
        assertThat(hub.delete(DEALS + "/" + other).status()).isEqualTo(423);
        assertThat(hub.post(Hub.OBJECTS + "line_items", item).status()).isEqualTo(423);
        assertThat(hub.get(Hub.OBJECTS + "line_items").body().path("results")).isEmpty();
    }

    @Test
    void lastsNoLongerThanADayAndEndsNotBeforeItBegins() {
        for (var wrong : List.of(Duration.ofSeconds(-1), Duration.ofHours(25), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> hub.simulator.lockRecord("deals", "1", wrong))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> hub.simulator.migrateAccount(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
