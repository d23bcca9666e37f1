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

/// Both systems and the bridge's memory once everything has come to rest: all that a checker may look at. `deals`
/// are those that are there and have never been merged.
record Scene(
        Instant now,
        List<Deals.Known> known,
        List<Sight> deals,
        List<JsonNode> invoices,
        Installation stack,
        Observer observer) {

    private static final List<String> PROPERTIES = properties();

    /// A deal as HubSpot shows it: the values of its properties, and the versions that they had.
    record Sight(Deals.Known deal, Map<String, String> values, Map<String, List<Reps.Version>> history) {

        String id() {
            return deal.id();
        }

        /// Empty where there is none.
        String get(String name) {
            return values.getOrDefault(name, "");
        }

        List<Reps.Version> history(String name) {
            return history.getOrDefault(name, List.of());
        }
    }

    static Scene of(Ground ground) {
        var deals = new ArrayList<Sight>();
        for (var deal : ground.deals.all()) {
            if (deal.deleted() || deal.merged()) continue;
            deals.add(
                    new Sight(deal, values(ground, deal.id()), ground.reps.history(deal.id(), DealProperty.MIRRORED)));
        }
        return new Scene(
                ground.clockwork.instant(),
                ground.deals.all(),
                deals,
                ground.accountants.all(),
                ground.stack,
                ground.observer);
    }

    /// The values of a deal's properties, by the names of those that matter.
    static Map<String, String> values(Ground ground, String deal) {
        var properties = ground.reps.read(deal, PROPERTIES);
        var values = new LinkedHashMap<String, String>();
        for (var name : PROPERTIES) values.put(name, properties.path(name).asText(""));
        return values;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Optional<Sight> deal(String id) {
        return deals.stream().filter(deal -> deal.id().equals(id)).findFirst();
    }

    /// Those that the bridge made, by the deal that they name.
    List<JsonNode> made(String deal) {
        return invoices.stream()
                .filter(invoice -> observer.madeFor(Invoices.id(invoice))
                        .filter(deal::equals)
                        .isPresent())
                .toList();
    }

    Optional<JsonNode> invoice(String id) {
        return invoices.stream()
                .filter(invoice -> Invoices.id(invoice).equals(id))
                .findFirst();
    }

    private static List<String> properties() {
        var names = new ArrayList<>(DealProperty.MIRRORED);
        names.add("dealstage");
        return List.copyOf(names);
    }
}
