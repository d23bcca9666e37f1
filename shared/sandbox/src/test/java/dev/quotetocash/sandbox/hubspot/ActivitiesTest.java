package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Tasks and notes (section 16.2).
class ActivitiesTest {

    private final Hub hub = Hub.fresh();

    @Test
    void needATimestamp() {
        assertThat(hub.post(Hub.OBJECTS + "tasks", "{'properties':{'hs_task_subject':'Call'}}")
                        .status())
                .isEqualTo(400);
        assertThat(hub.post(Hub.OBJECTS + "notes", "{'properties':{'hs_note_body':'Called'}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void areCreatedWithTheirDeal() {
        var deal = hub.create("deals", "{}");

        var task = hub.post(
                Hub.OBJECTS + "tasks",
                "{'properties':{'hs_timestamp':'2026-12-01T09:00:00Z','hs_task_subject':'Thank','hs_task_status':"
                        + "'NOT_STARTED','hs_task_priority':'HIGH','hs_task_type':'TODO'},'associations':[{'to':{'id':'"
                        + deal + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':216}]}]}");

        assertThat(task.status()).isEqualTo(201);
        assertThat(hub.read("deals", deal, "associations=tasks").at("/associations/tasks/results/0/type"))
                .isEqualTo("deal_to_task");
    }

    @Test
    void holdAtMost65536CharactersOfANote() {
        var text = "x".repeat(65_536);

        assertThat(hub.post(Hub.OBJECTS + "notes", note(text)).status()).isEqualTo(201);
        assertThat(hub.post(Hub.OBJECTS + "notes", note(text + "x")).status()).isEqualTo(400);
    }

    private static String note(String text) {
        return "{'properties':{'hs_timestamp':'2026-12-01T09:00:00Z','hs_note_body':'" + text + "'}}";
    }
}
