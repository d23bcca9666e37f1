package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The account's tax rates: read-only (section 15.2). A line item names one in `hs_tax_rate_group_id`.
final class TaxRates {

    private static final List<TaxRate> ALL = List.of(
            new TaxRate("61001", "Standard", "Standard 20%", new BigDecimal("20")),
            new TaxRate("61002", "Reduced", "Reduced 5%", new BigDecimal("5")));

    private final Instant createdAt;

    TaxRates(Instant createdAt) {
        this.createdAt = createdAt;
    }

    record TaxRate(String id, String name, String label, BigDecimal percentage) {}

    static Optional<TaxRate> find(String id) {
        return ALL.stream().filter(rate -> rate.id().equals(id)).findFirst();
    }

    SimResponse list(Call call) {
        return call.results(Json.list(ALL.stream().map(this::format).toList()));
    }

    SimResponse one(Call call) {
        var rate = find(call.param("id"))
                .orElseThrow(() -> Problem.notFound("No tax rate with ID " + call.param("id"))
                        .refused());
        return call.json(200, format(rate));
    }

    private ObjectNode format(TaxRate rate) {
        return Json.object()
                .put("id", rate.id())
                .put("name", rate.name())
                .put("label", rate.label())
                .put("percentageRate", rate.percentage())
                .put("active", true)
                .put("createdAt", Times.format(createdAt))
                .put("updatedAt", Times.format(createdAt));
    }
}
