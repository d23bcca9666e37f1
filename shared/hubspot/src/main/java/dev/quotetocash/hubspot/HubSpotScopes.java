package dev.quotetocash.hubspot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The least scopes for what [HubSpotClient] does: docs/reference/hubspot-api.md, 13.2. They are also what the
/// app is configured with, which is how HubSpot wants it: hubspot-app/src/app/app-hsmeta.json.
public final class HubSpotScopes {

    /// In every app, and in every request for consent.
    private static final String BASIC = "oauth";

    private static final String DEALS = "crm.objects.deals.read";
    private static final String DEALS_WRITE = "crm.objects.deals.write";
    private static final String COMPANIES = "crm.objects.companies.read";
    private static final String CONTACTS = "crm.objects.contacts.read";
    private static final String LINE_ITEMS = "crm.objects.line_items.read";
    private static final String DEAL_SCHEMA_WRITE = "crm.schemas.deals.write";
    private static final String CURRENCIES = "settings.currencies.read";

    /// Each endpoint that is called, and all scopes that it needs. A deal is read with its associations, which
    /// needs the scopes of their other ends.
    private static final Map<String, List<String>> NEEDED = needed();

    private HubSpotScopes() {}

    public static Map<String, List<String>> byEndpoint() {
        return Collections.unmodifiableMap(NEEDED);
    }

    public static List<String> all() {
        var scopes = new ArrayList<>(List.of(BASIC));
        NEEDED.values().stream().flatMap(List::stream).distinct().sorted().forEach(scopes::add);
        return List.copyOf(scopes);
    }

    private static Map<String, List<String>> needed() {
        var needed = new LinkedHashMap<String, List<String>>();
        needed.put("GET objects/deals", List.of(DEALS, COMPANIES, CONTACTS, LINE_ITEMS));
        needed.put("GET objects/companies", List.of(COMPANIES));
        needed.put("GET objects/contacts", List.of(CONTACTS));
        needed.put("POST objects/deals/batch/read", List.of(DEALS));
        needed.put("POST objects/deals/batch/update", List.of(DEALS_WRITE));
        needed.put("POST objects/deals/search", List.of(DEALS));
        needed.put("POST objects/line_items/batch/read", List.of(LINE_ITEMS));
        needed.put("POST objects/line_items/search", List.of(LINE_ITEMS));
        needed.put("POST associations/deals/companies/batch/read", List.of(DEALS, COMPANIES));
        needed.put("POST associations/deals/contacts/batch/read", List.of(DEALS, CONTACTS));
        needed.put("POST associations/deals/line_items/batch/read", List.of(DEALS, LINE_ITEMS));
        needed.put("POST associations/companies/contacts/batch/read", List.of(COMPANIES, CONTACTS));
        needed.put("POST associations/line_items/deals/batch/read", List.of(LINE_ITEMS, DEALS));
        needed.put("GET pipelines/deals", List.of(DEALS));
        needed.put("GET currencies/company-currency", List.of(CURRENCIES));
        needed.put("GET properties/deals", List.of(DEALS));
        needed.put("POST properties/deals", List.of(DEAL_SCHEMA_WRITE));
        needed.put("PATCH properties/deals", List.of(DEAL_SCHEMA_WRITE));
        return needed;
    }
}
