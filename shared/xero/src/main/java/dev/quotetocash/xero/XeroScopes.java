package dev.quotetocash.xero;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The least scopes for what [XeroClient] does: docs/reference/xero-api.md, 11.4.
public final class XeroScopes {

    /// For refresh tokens. No call needs it, but no call could be made for longer than half an hour without it.
    private static final String OFFLINE = "offline_access";

    /// Each endpoint that is called, by method and resource, and the one scope that it needs.
    private static final Map<String, String> NEEDED = needed();

    private XeroScopes() {}

    public static Map<String, String> byEndpoint() {
        return Collections.unmodifiableMap(NEEDED);
    }

    /// Of a custom connection, which has no refresh tokens.
    public static List<String> ofCustomConnection() {
        return NEEDED.values().stream().distinct().toList();
    }

    /// Of an app that people consent to.
    public static List<String> ofConsent() {
        var scopes = new ArrayList<>(List.of(OFFLINE));
        scopes.addAll(ofCustomConnection());
        return List.copyOf(scopes);
    }

    private static Map<String, String> needed() {
        var needed = new LinkedHashMap<String, String>();
        needed.put("GET Invoices", "accounting.invoices");
        needed.put("PUT Invoices", "accounting.invoices");
        needed.put("POST Invoices", "accounting.invoices");
        needed.put("GET Contacts", "accounting.contacts");
        needed.put("PUT Contacts", "accounting.contacts");
        needed.put("GET Organisation", "accounting.settings.read");
        needed.put("GET Accounts", "accounting.settings.read");
        needed.put("GET TaxRates", "accounting.settings.read");
        needed.put("GET Currencies", "accounting.settings.read");
        return needed;
    }
}
