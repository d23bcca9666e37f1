package dev.quotetocash.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.people.Api;
import java.util.List;

/// The story's facts as JSON.
final class Facts {

    private final ObjectNode fields = Api.object();

    void field(String deal, Comparison.Field field) {
        fields.withObject("/" + deal)
                .putObject(field.name())
                .put("hubspot", field.onTheDeal())
                .put("xero", field.inXero())
                .put("agrees", field.agrees());
    }

    String json(
            List<String> deals,
            int invoices,
            int duplicates,
            boolean agree,
            boolean ok,
            Screen screen,
            Control hubspot,
            Control xero) {
        var facts = Api.object()
                .put("ok", ok)
                .put("deals", deals.size())
                .put("invoices", invoices)
                .put("duplicates", duplicates)
                .put("allFieldsAgree", agree)
                .put("checksPassed", screen.passed());
        screen.failed().forEach(facts.putArray("checksFailed")::add);
        facts.set("fields", fields);
        var calls = facts.putObject("calls");
        var hubspotCalls = calls.putObject("hubspot");
        hubspot.calls().forEach(hubspotCalls::put);
        var xeroCalls = calls.putObject("xero");
        xero.calls().forEach(xeroCalls::put);
        return Api.pretty(facts);
    }
}
