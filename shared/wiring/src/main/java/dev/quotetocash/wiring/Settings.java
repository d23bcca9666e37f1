package dev.quotetocash.wiring;

import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.LineAmounts;
import dev.quotetocash.mapping.MappingSettings;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.sync.Pair;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The operator's settings as the template hands them over.
final class Settings {

    private Settings() {}

    static EngineSettings engine(Pair pair, Environment environment) {
        return new EngineSettings(
                pair,
                environment.seconds("RECHECK_SECONDS"),
                environment.seconds("REFERENCE_CACHE_SECONDS"),
                environment.seconds("BOOKS_CACHE_SECONDS"),
                URI.create(environment.required("HUBSPOT_APP")),
                URI.create(environment.required("XERO_APP")));
    }

    static InvoiceSettings invoices(Environment environment) {
        var mapping = new MappingSettings(
                environment.required("SALES_ACCOUNT_CODE"),
                environment.required("DEFAULT_TAX_TYPE"),
                taxTypes(environment.optional("TAX_TYPES", "")),
                environment.integer("PAYMENT_TERMS_DAYS"),
                status(environment.required("INVOICE_STATUS")),
                LineAmounts.EXCLUSIVE,
                list(environment.optional("WON_PIPELINES", "")));
        return new InvoiceSettings(
                mapping, environment.seconds("SETTLE_SECONDS"), environment.seconds("LOOKUP_SECONDS"));
    }

    /// `1001=OUTPUT2,1002=RROUTPUT`: HubSpot's tax rate id, Xero's tax type.
    static Map<String, String> taxTypes(String text) {
        var types = new LinkedHashMap<String, String>();
        for (var entry : list(text)) {
            var parts = entry.split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalStateException(
                        "TAX_TYPES: '" + entry + "' is not <HubSpot tax rate id>=<Xero tax type>");
            }
            types.put(parts[0].strip(), parts[1].strip());
        }
        return types;
    }

    private static InvoiceStatus status(String text) {
        return switch (text) {
            case "DRAFT" -> InvoiceStatus.DRAFT;
            case "SUBMITTED" -> InvoiceStatus.SUBMITTED;
            case "AUTHORISED" -> InvoiceStatus.AUTHORISED;
            default ->
                throw new IllegalStateException("INVOICE_STATUS: '" + text + "' is not DRAFT, SUBMITTED or AUTHORISED");
        };
    }

    private static Set<String> list(String text) {
        var entries = new LinkedHashSet<String>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entries::add);
        return entries;
    }
}
