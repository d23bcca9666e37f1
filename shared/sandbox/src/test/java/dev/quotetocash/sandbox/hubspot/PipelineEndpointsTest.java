package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PipelineEndpointsTest {

    private static final String DEALS = "/crm/pipelines/2026-09/deals";
    private static final String PARTNERS = "{'label':'Partners','displayOrder':2,'stages':["
            + "{'label':'New','displayOrder':0,'metadata':{'probability':'0.2'}},"
            + "{'label':'Won','displayOrder':1,'metadata':{'probability':'1.0'}}]}";

    private final Hub hub = Hub.fresh();

    @Test
    void createsAPipelineWithIdsOfTheAccount() {
        var created = hub.post(DEALS, PARTNERS);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.id()).containsOnlyDigits();
        assertThat(created.at("/stages/1/metadata/isClosed")).isEqualTo("true");
        assertThat(created.body().at("/stages/1/metadata/isClosed").isTextual()).isTrue();
        var deal = hub.create(
                "deals", "{'pipeline':'" + created.id() + "','dealstage':'" + created.at("/stages/1/id") + "'}");
        assertThat(hub.value("deals", deal, "hs_is_closed_won")).isEqualTo("true");
        assertThat(hub.post(DEALS, PARTNERS).status()).isEqualTo(409);
    }

    @Test
    void refusesAPipelineWithoutStagesOrProbabilities() {
        assertThat(hub.post(DEALS, "{'label':'Empty'}").status()).isEqualTo(400);
        assertThat(hub.post(DEALS, PARTNERS.replace("'1.0'", "'1.5'")).status()).isEqualTo(400);
        assertThat(hub.post(DEALS, PARTNERS.replace("'Won'", "'New'")).status()).isEqualTo(400);
        assertThat(hub.post("/crm/pipelines/2026-09/contacts", PARTNERS.replace("Partners", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(hub.get(DEALS).body().path("results")).hasSize(2);
    }

    @Test
    void addsEditsAndDeletesStages() {
        var stages = DEALS + "/default/stages";
        var added = hub.post(stages, "{'label':'Legal','metadata':{'probability':'0.9'}}");
        assertThat(added.status()).isEqualTo(201);
        var deal = hub.create("deals", "{'dealstage':'" + added.id() + "'}");

        assertThat(hub.patch(stages + "/" + added.id(), "{'metadata':{'probability':'1.0'}}")
                        .at("/metadata/isClosed"))
                .isEqualTo("true");
        assertThat(hub.value("deals", deal, "hs_is_closed_won")).isEqualTo("true");
        assertThat(hub.delete(stages + "/" + added.id()).status()).isEqualTo(400);
        hub.delete(Hub.OBJECTS + "deals/" + deal);
        assertThat(hub.delete(stages + "/" + added.id()).status()).isEqualTo(204);
        assertThat(hub.get(stages + "/" + added.id()).status()).isEqualTo(404);
    }

    @Test
    void replacesAPipelineAndKeepsStagesByTheirLabels() {
        var created = hub.post(DEALS, PARTNERS);

        var replaced = hub.put(DEALS + "/" + created.id(), PARTNERS.replace("'New'", "'Begun'"));

        assertThat(replaced.at("/stages/1/id")).isEqualTo(created.at("/stages/1/id"));
        assertThat(replaced.at("/stages/0/id")).isNotEqualTo(created.at("/stages/0/id"));
    }

    @Test
    void deletesAPipelineThatIsNotInUse() {
        var created = hub.post(DEALS, PARTNERS);
        hub.create("deals", "{'dealstage':'contractsent'}");

        assertThat(hub.delete(DEALS + "/default").status()).isEqualTo(400);
        assertThat(hub.delete(DEALS + "/" + created.id()).status()).isEqualTo(204);
        assertThat(hub.delete(DEALS + "/" + created.id()).status()).isEqualTo(404);
    }

    @Test
    void touchesEveryDealOnAnEdit() {
        var deal = hub.create("deals", "{}");
        hub.later(Duration.ofMinutes(1)).post(DEALS, PARTNERS);

        assertThat(hub.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:01:00.123Z");
    }
}
