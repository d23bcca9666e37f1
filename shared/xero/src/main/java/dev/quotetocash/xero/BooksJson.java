package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.Organisation;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The organisation's settings: docs/reference/xero-api.md, 4.4 and 6.3.
final class BooksJson {

    private static final Set<String> REVENUE_TYPES = Set.of("REVENUE", "SALES", "OTHERINCOME");

    private BooksJson() {}

    /// With the operator's zone, where there is one.
    static Organisation organisation(JsonNode body, Optional<ZoneId> zone) {
        var organisation = Json.array(body, "Organisations").path(0);
        return new Organisation(
                new CurrencyCode(Json.text(organisation, "BaseCurrency")),
                zone.orElseGet(() -> OrganisationZone.of(
                        Json.optional(organisation, "Timezone").orElse(""))),
                Json.optional(organisation, "ShortCode").orElse(""));
    }

    /// Codes of the active accounts that take revenue.
    static Set<String> revenueAccounts(JsonNode body) {
        var codes = new LinkedHashSet<String>();
        for (var account : Json.array(body, "Accounts")) {
            if (isActive(account) && takesRevenue(account)) {
                Json.optional(account, "Code").ifPresent(codes::add);
            }
        }
        return Collections.unmodifiableSet(codes);
    }

    /// Active tax types that apply to revenue, with their effective rates in percent.
    static Map<String, BigDecimal> revenueTaxRates(JsonNode body) {
        var rates = new LinkedHashMap<String, BigDecimal>();
        for (var rate : Json.array(body, "TaxRates")) {
            if (isActive(rate) && rate.path("CanApplyToRevenue").asBoolean()) {
                rates.put(Json.text(rate, "TaxType"), Json.number(rate, "EffectiveRate"));
            }
        }
        return Collections.unmodifiableMap(rates);
    }

    static Set<String> currencies(JsonNode body) {
        var codes = new LinkedHashSet<String>();
        Json.array(body, "Currencies").forEach(currency -> codes.add(Json.text(currency, "Code")));
        return Collections.unmodifiableSet(codes);
    }

    private static boolean isActive(JsonNode record) {
        return Json.optional(record, "Status").filter("ACTIVE"::equals).isPresent();
    }

    private static boolean takesRevenue(JsonNode account) {
        return Json.optional(account, "Class").filter("REVENUE"::equals).isPresent()
                || Json.optional(account, "Type")
                        .filter(REVENUE_TYPES::contains)
                        .isPresent();
    }
}
