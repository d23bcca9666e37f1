package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Observed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A deal as HubSpot writes it: docs/reference/hubspot-api.md, 3.1 and 15.1.
final class DealJson {

    static final List<String> OWN_PROPERTIES =
            DealProperty.ALL.stream().map(DealProperty::name).toList();

    private static final String STAGE = "dealstage";
    private static final String MERGED = "hs_merged_object_ids";

    /// What to ask for; the property whose history is wanted is [#HISTORY].
    static final List<String> PROPERTIES = Stream.concat(
                    Stream.of("dealname", "pipeline", STAGE, "amount", "deal_currency_code", MERGED),
                    OWN_PROPERTIES.stream())
            .toList();

    static final String HISTORY = STAGE;

    private DealJson() {}

    static HubSpotDealId id(JsonNode body) {
        return new HubSpotDealId(Json.text(body, "id"));
    }

    static Deal parse(JsonNode body, List<String> companies, List<String> contacts, List<String> lineItems) {
        var properties = body.path("properties");
        return new Deal(
                id(body),
                Json.optional(properties, "dealname").orElse(""),
                Json.optional(properties, "pipeline").orElse(""),
                Json.optional(properties, STAGE).orElse(""),
                stageSince(body),
                Json.optional(properties, "amount"),
                Json.optional(properties, "deal_currency_code"),
                companies.stream().map(HubSpotCompanyId::new).toList(),
                contacts.stream().map(HubSpotContactId::new).toList(),
                lineItems.stream().map(HubSpotLineItemId::new).toList(),
                mergedFrom(properties),
                own(properties));
    }

    /// Ids separated by semicolons: docs/reference/hubspot-api.md, 15.8.
    private static List<HubSpotDealId> mergedFrom(JsonNode properties) {
        return Json.optional(properties, MERGED).stream()
                .flatMap(ids -> Arrays.stream(ids.split(";")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(HubSpotDealId::new)
                .toList();
    }

    static Map<HubSpotDealId, Fields> parseOwn(JsonNode body) {
        var deals = new LinkedHashMap<HubSpotDealId, Fields>();
        BatchJson.found(body).forEach(record -> deals.put(id(record), own(record.path("properties"))));
        return deals;
    }

    /// The newest entry of the history, wherever it stands in the list. A deal without a history has had its
    /// stage since it was created; that is the oldest possible time, so nothing is invoiced because of it.
    private static Instant stageSince(JsonNode body) {
        return StreamSupport.stream(
                        body.path("propertiesWithHistory").path(STAGE).spliterator(), false)
                .flatMap(entry -> Json.time(entry, "timestamp").stream())
                .max(Comparator.naturalOrder())
                .or(() -> Json.time(body, "createdAt"))
                .orElseThrow(() -> new UnreadableReply("no history of " + STAGE));
    }

    /// A property that HubSpot left out does not exist there; it stays unobserved.
    private static Fields own(JsonNode properties) {
        var values = new LinkedHashMap<String, Observed<String>>();
        for (var name : OWN_PROPERTIES) {
            if (properties.has(name)) {
                values.put(
                        name,
                        Observed.ofOptional(
                                Json.optional(properties, name).map(value -> DealProperty.normalise(name, value))));
            }
        }
        return new Fields(values);
    }
}
