package dev.quotetocash.sandbox.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A sales rep: works in HubSpot through its public API and never sees Xero.
public final class Sales {

    private static final String OBJECTS = "/crm/objects/2026-09/";
    private static final String ASSOCIATIONS = "/crm/associations/2026-09/";

    /// The billing label from a company to a contact (docs/reference/hubspot-api.md, 5.2).
    private static final int BILLING_CONTACT = 930;

    private final Api hubspot;

    public Sales(Api hubspot) {
        this.hubspot = hubspot;
    }

    /// A line as a rep enters it. An empty text is not sent.
    public record Line(String name, BigDecimal quantity, BigDecimal price, String discountPercent, String taxRate) {}

    public String company(String name, String domain) {
        return create("companies", Api.object().put("name", name).put("domain", domain));
    }

    public String billingContact(String company, String firstName, String lastName, String email) {
        var contact = create(
                "contacts",
                Api.object()
                        .put("firstname", firstName)
                        .put("lastname", lastName)
                        .put("email", email));
        var body = Api.object();
        var input = body.putArray("inputs").addObject();
        input.putObject("from").put("id", company);
        input.putObject("to").put("id", contact);
        input.putArray("types")
                .addObject()
                .put("associationCategory", "HUBSPOT_DEFINED")
                .put("associationTypeId", BILLING_CONTACT);
        hubspot.post(ASSOCIATIONS + "companies/contacts/batch/create", body);
        return contact;
    }

    public String contact(String firstName, String lastName, String email) {
        return create(
                "contacts",
                Api.object()
                        .put("firstname", firstName)
                        .put("lastname", lastName)
                        .put("email", email));
    }

    public String product(String name, String sku, String price) {
        return create(
                "products", Api.object().put("name", name).put("hs_sku", sku).put("price", price));
    }

    /// In GBP and an open stage. An empty `amount` or `company` is none.
    public String deal(String name, String amount, String company) {
        var deal = create(
                "deals",
                Api.object()
                        .put("dealname", name)
                        .put("pipeline", "default")
                        .put("dealstage", "contractsent")
                        .put("deal_currency_code", "GBP")
                        .put("amount", amount));
        if (!company.isEmpty()) associate(deal, "companies", company);
        return deal;
    }

    public void addLines(String deal, String product, List<Line> lines) {
        lines.forEach(line -> addLine(deal, product, line));
    }

    public String addLine(String deal, String product, Line line) {
        var properties = Api.object()
                .put("name", line.name())
                .put("quantity", line.quantity().toPlainString())
                .put("price", line.price().toPlainString());
        if (!product.isEmpty()) properties.put("hs_product_id", product);
        if (!line.discountPercent().isEmpty()) properties.put("hs_discount_percentage", line.discountPercent());
        if (!line.taxRate().isEmpty()) properties.put("hs_tax_rate_group_id", line.taxRate());
        var id = create("line_items", properties);
        associate(deal, "line_items", id);
        return id;
    }

    public void edit(String type, String id, Map<String, String> values) {
        var body = Api.object();
        values.forEach(body.putObject("properties")::put);
        hubspot.patch(OBJECTS + type + "/" + id, body);
    }

    public void delete(String type, String id) {
        hubspot.delete(OBJECTS + type + "/" + id);
    }

    public void merge(String type, String primary, String other) {
        hubspot.post(
                OBJECTS + type + "/merge",
                Api.object().put("primaryObjectId", primary).put("objectIdToMerge", other));
    }

    /// The record's id today: another one if it was merged.
    public String find(String type, String id) {
        return hubspot.get(OBJECTS + type + "/" + id).path("id").asText();
    }

    public void associate(String deal, String type, String id) {
        hubspot.put(OBJECTS + "deals/" + deal + "/associations/default/" + type + "/" + id, Api.object());
    }

    public void win(String deal) {
        edit("deals", deal, Map.of("dealstage", "closedwon"));
    }

    /// The deal's properties by name.
    public JsonNode read(String deal, List<String> properties) {
        return hubspot.get(OBJECTS + "deals/" + deal + "?properties=" + String.join(",", properties))
                .path("properties");
    }

    private String create(String type, JsonNode properties) {
        var body = Api.object();
        body.set("properties", properties);
        return hubspot.post(OBJECTS + type, body).path("id").asText();
    }
}
