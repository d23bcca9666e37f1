package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.sync.HubSpotLineItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A line item as HubSpot writes it: docs/reference/hubspot-api.md, 15.2.
final class LineItemJson {

    static final List<String> PROPERTIES = List.of(
            "name",
            "description",
            "quantity",
            "price",
            "discount",
            "hs_discount_percentage",
            "hs_tax_rate_group_id",
            "hs_line_item_currency_code");

    private LineItemJson() {}

    static Map<HubSpotLineItemId, LineItem> parse(JsonNode body) {
        var items = new LinkedHashMap<HubSpotLineItemId, LineItem>();
        for (var record : BatchJson.found(body)) {
            var item = item(record);
            items.put(item.id(), item);
        }
        return items;
    }

    private static LineItem item(JsonNode record) {
        var properties = record.path("properties");
        return new LineItem(
                new HubSpotLineItemId(Json.text(record, "id")),
                Json.optional(properties, "name"),
                Json.optional(properties, "description"),
                Json.optional(properties, "quantity"),
                Json.optional(properties, "price"),
                Json.optional(properties, "discount"),
                Json.optional(properties, "hs_discount_percentage"),
                Json.optional(properties, "hs_tax_rate_group_id"),
                Json.optional(properties, "hs_line_item_currency_code"));
    }
}
