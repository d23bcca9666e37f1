package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.mapping.DealProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Both systems and the bridge's memory once everything has come to rest: all that a checker may look at.
record Scene(
        Instant now,
        List<Deals.Known> deals,
        Map<String, Map<String, String>> shown,
        Map<String, Map<String, List<Reps.Version>>> history,
        List<JsonNode> invoices,
        Installation stack,
        Observer observer) {

    static final List<String> PROPERTIES = List.of(
            "dealstage",
            "xero_invoice_id",
            "xero_invoice_number",
            "xero_invoice_state",
            "xero_currency",
            "xero_total",
            "xero_paid",
            "xero_credited",
            "xero_due",
            "xero_due_date",
            "xero_sync_state",
            "xero_sync_error",
            "xero_invoice_slots");

    static Scene of(Ground ground) {
        var shown = new LinkedHashMap<String, Map<String, String>>();
        var history = new LinkedHashMap<String, Map<String, List<Reps.Version>>>();
        for (var deal : ground.deals.all()) {
            if (deal.deleted()) continue;
            try {
                var properties = ground.reps.read(deal.id(), PROPERTIES);
                var values = new LinkedHashMap<String, String>();
                for (var name : PROPERTIES)
                    values.put(name, properties.path(name).asText(""));
                shown.put(deal.id(), values);
                history.put(deal.id(), ground.reps.history(deal.id(), DealProperty.MIRRORED));
            } catch (IllegalStateException gone) {
                // Merged into another one.
            }
        }
        return new Scene(
                ground.clockwork.instant(),
                ground.deals.all(),
                shown,
                history,
                ground.accountants.all(),
                ground.stack,
                ground.observer);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /// Those that the bridge made, by the deal that they name.
    List<JsonNode> made(String deal) {
        var made = new ArrayList<JsonNode>();
        for (var invoice : invoices) {
            if (observer.madeFor(Invoices.id(invoice)).filter(deal::equals).isPresent()) made.add(invoice);
        }
        return made;
    }

    Optional<JsonNode> invoice(String id) {
        return invoices.stream()
                .filter(invoice -> Invoices.id(invoice).equals(id))
                .findFirst();
    }
}
