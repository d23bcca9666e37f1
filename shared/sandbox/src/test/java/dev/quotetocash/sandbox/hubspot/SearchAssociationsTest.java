package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Search by `associations.{type}` knows of associations as late as of everything else (section 4).
class SearchAssociationsTest {

    private static final Duration LAG = HubSpotSettings.sandbox().searchLag();

    private final Hub hub = Hub.fresh();
    private final String deal = hub.create("deals", "{'dealname':'Acme'}");
    private final String company = hub.create("companies", "{'name':'Acme'}");

    @Test
    void findAnAssociationOnlyAfterTheLag() {
        hub.later(Duration.ofMinutes(1)).associate("deals", deal, "companies", company);

        assertThat(found("EQ")).isZero();
        assertThat(found("NOT_HAS_PROPERTY")).isEqualTo(1);
        hub.later(LAG.minusMillis(1));
        assertThat(found("HAS_PROPERTY")).isZero();
        hub.later(Duration.ofMillis(1));
        assertThat(found("EQ")).isEqualTo(1);
        assertThat(found("HAS_PROPERTY")).isEqualTo(1);
        assertThat(found("NEQ")).isZero();
    }

    @Test
    void findARemovedAssociationUntilTheLagHasPassed() {
        associateAndWait();

        hub.delete(path());

        assertThat(reads()).isZero();
        assertThat(found("EQ")).isEqualTo(1);
        hub.later(LAG);
        assertThat(found("EQ")).isZero();
    }

    @Test
    void followTheTurnsOfOneAssociation() {
        associateAndWait();
        hub.delete(path());
        hub.later(Duration.ofSeconds(2)).associate("deals", deal, "companies", company);

        hub.later(Duration.ofSeconds(3));
        assertThat(found("EQ")).isZero();
        assertThat(reads()).isEqualTo(1);
        hub.later(Duration.ofSeconds(2));
        assertThat(found("EQ")).isEqualTo(1);
    }

    @Test
    void knowAfterADumpWhatTheyKnewBefore() {
        associateAndWait();
        hub.delete(path());
        var copy = Hub.with(hub.settings);
        copy.later(Duration.between(copy.instant(), hub.instant()));

        copy.simulator.load(hub.simulator.dump());

        assertThat(found(copy, "EQ")).isEqualTo(1);
        assertThat(found(copy.later(LAG), "EQ")).isZero();
    }

    @Test
    void keepNoMoreTurnsThanSearchCanAskFor() {
        for (var i = 0; i < 20; i++) {
            associateAndWait();
            hub.delete(path());
            hub.later(LAG);
        }

        assertThat(hub.simulator.dump().split("2026-11-20T10:", -1).length)
                .isLessThan(fresh().split("2026-11-20T10:", -1).length + 4);
    }

    @Test
    void forgetWhatIsPurged() {
        var contact = hub.create("contacts", "{'email':'ada@acme.example'}");
        hub.associate("deals", deal, "contacts", contact);
        hub.delete(Hub.OBJECTS + "deals/" + deal + "/associations/contacts/" + contact);

        hub.post(Hub.OBJECTS + "contacts/gdpr-delete", "{'objectId':'" + contact + "'}");

        assertThat(hub.simulator.dump())
                .doesNotContain("\"to\" : \"contacts\"")
                .doesNotContain("\"from\" : \"contacts\"");
    }

    @Test
    void areRefusedWithoutAValueToCompareWith() {
        for (var operator : List.of("EQ", "NEQ", "IN", "NOT_IN")) {
            var reply = hub.search(
                    "deals",
                    "{'filterGroups':[{'filters':[{'propertyName':'associations.company','operator':'" + operator
                            + "'}]}]}");
            assertThat(reply.status()).as(operator).isEqualTo(400);
        }
    }

    private void associateAndWait() {
        hub.associate("deals", deal, "companies", company);
        hub.later(LAG.multipliedBy(2));
    }

    private String fresh() {
        var other = Hub.fresh();
        other.create("deals", "{'dealname':'Acme'}");
        other.create("companies", "{'name':'Acme'}");
        return other.simulator.dump();
    }

    private String path() {
        return Hub.OBJECTS + "deals/" + deal + "/associations/companies/" + company;
    }

    private int reads() {
        return hub.get(Hub.OBJECTS + "deals/" + deal + "/associations/companies")
                .body()
                .path("results")
                .size();
    }

    private long found(String operator) {
        return found(hub, operator);
    }

    private long found(Hub asked, String operator) {
        return asked.search(
                        "deals",
                        "{'filterGroups':[{'filters':[{'propertyName':'associations.company','operator':'" + operator
                                + "','value':'" + company + "'}]}]}")
                .body()
                .path("total")
                .asLong(-1);
    }
}
