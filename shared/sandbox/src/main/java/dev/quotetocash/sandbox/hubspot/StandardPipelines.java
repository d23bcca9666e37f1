package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.Pipeline.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The deal pipelines that an account starts with: HubSpot's own, and one whose stage ids are numbers, as those
/// of every pipeline that a customer adds are.
final class StandardPipelines {

    private StandardPipelines() {}

    static Map<String, Pipeline> deals(Instant at) {
        var sales = List.of(
                open("appointmentscheduled", "Appointment Scheduled", 0, "0.2", at),
                open("qualifiedtobuy", "Qualified To Buy", 1, "0.4", at),
                open("presentationscheduled", "Presentation Scheduled", 2, "0.6", at),
                open("decisionmakerboughtin", "Decision Maker Bought-In", 3, "0.8", at),
                open("contractsent", "Contract Sent", 4, "0.9", at),
                closed("closedwon", "Closed Won", 5, "1.0", at),
                closed("closedlost", "Closed Lost", 6, "0.0", at));
        var renewals = List.of(
                open("98750001", "Renewal due", 0, "0.5", at),
                closed("98750002", "Renewed", 1, "1.0", at),
                closed("98750003", "Churned", 2, "0.0", at));
        var pipelines = new LinkedHashMap<String, Pipeline>();
        pipelines.put("default", new Pipeline("default", "Sales Pipeline", 0, sales, at, at));
        pipelines.put("98750000", new Pipeline("98750000", "Renewals", 1, renewals, at, at));
        return pipelines;
    }

    private static Stage open(String id, String label, int order, String probability, Instant at) {
        return new Stage(id, label, order, false, probability, at, at);
    }

    private static Stage closed(String id, String label, int order, String probability, Instant at) {
        return new Stage(id, label, order, true, probability, at, at);
    }
}
