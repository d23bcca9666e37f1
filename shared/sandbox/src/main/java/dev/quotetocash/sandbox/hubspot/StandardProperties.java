package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The properties and groups that HubSpot itself defines (section 15), of those the ones that matter here.
/// A line is: name, type, field type, then `calculated`, `readonly`, `external` or an option each.
final class StandardProperties {

    private static final String EVERY_TYPE = """
            hs_object_id number number readonly
            hs_createdate datetime date readonly
            hs_lastmodifieddate datetime date readonly
            hubspot_owner_id enumeration select external
            """;
    private static final String CREATED = "createdate datetime date readonly\n";
    private static final String MERGEABLE = "hs_merged_object_ids enumeration checkbox readonly\n";
    private static final String DEAL = """
            dealname string text
            pipeline enumeration select external
            dealstage enumeration radio external
            amount number number
            deal_currency_code enumeration select external
            closedate datetime date
            dealtype enumeration radio newbusiness existingbusiness
            description string textarea
            hs_is_closed bool booleancheckbox calculated true false
            hs_is_closed_won bool booleancheckbox calculated true false
            hs_is_closed_lost bool booleancheckbox calculated true false
            hs_deal_amount_in_home_currency number number calculated
            amount_in_home_currency number number calculated
            hs_acv number number calculated
            hs_arr number number calculated
            hs_mrr number number calculated
            hs_tcv number number calculated
            hs_num_of_associated_line_items number number calculated
            """;
    private static final String COMPANY = """
            name string text
            domain string text
            website string text
            phone phone_number phonenumber
            address string text
            address2 string text
            city string text
            state string text
            zip string text
            country string text
            description string textarea
            industry string text
            """;
    private static final String CONTACT = """
            email string text
            firstname string text
            lastname string text
            phone phone_number phonenumber
            mobilephone phone_number phonenumber
            company string text
            jobtitle string text
            website string text
            address string text
            city string text
            state string text
            zip string text
            country string text
            lifecyclestage enumeration radio subscriber lead opportunity customer
            lastmodifieddate datetime date readonly
            """;
    private static final String LINE_ITEM = """
            name string text
            description string textarea
            hs_product_id number number
            hs_sku string text
            price number number
            quantity number number
            amount number number calculated
            discount number number
            hs_discount_percentage number number
            hs_total_discount number number calculated
            hs_tax_rate_group_id enumeration select external
            hs_tax_amount number number calculated
            hs_post_tax_amount number number calculated
            hs_tax_label string text calculated
            recurringbillingfrequency enumeration select weekly biweekly monthly quarterly per_six_months annually
            hs_recurring_billing_period string text
            hs_recurring_billing_start_date date date
            hs_recurring_billing_end_date date date
            hs_billing_period_start_date date date
            hs_billing_period_end_date date date
            hs_term_in_months number number
            hs_line_item_currency_code enumeration select external
            hs_cost_of_goods_sold number number
            hs_position_on_quote number number
            hs_pricing_model enumeration select flat volume graduated stairstep
            hs_tier_ranges string textarea
            hs_tier_prices string textarea
            hs_external_id string text
            """;
    private static final String PRODUCT = """
            name string text
            description string textarea
            price number number
            hs_sku string text
            hs_cost_of_goods_sold number number
            hs_price_gbp number number
            hs_price_eur number number
            hs_price_usd number number
            recurringbillingfrequency enumeration select weekly biweekly monthly quarterly per_six_months annually
            hs_recurring_billing_period string text
            hs_url string text
            hs_product_type enumeration select inventory non_inventory service
            """;

    private static final String TASK = """
            hs_timestamp datetime date
            hs_task_subject string text
            hs_task_body string textarea
            hs_task_status enumeration select NOT_STARTED IN_PROGRESS WAITING DEFERRED COMPLETED
            hs_task_priority enumeration select NONE LOW MEDIUM HIGH
            hs_task_type enumeration select TODO CALL EMAIL
            """;
    private static final String NOTE = """
            hs_timestamp datetime date
            hs_note_body string textarea
            hs_attachment_ids enumeration checkbox external
            """;
    private static final String CUSTOM = """
            hs_pipeline enumeration select external
            hs_pipeline_stage enumeration select external
            """;
    private static final Map<ObjectType, String> OWN = Map.of(
            ObjectType.CONTACT, CONTACT,
            ObjectType.COMPANY, COMPANY,
            ObjectType.DEAL, DEAL,
            ObjectType.LINE_ITEM, LINE_ITEM,
            ObjectType.PRODUCT, PRODUCT,
            ObjectType.TASK, TASK,
            ObjectType.NOTE, NOTE);

    private StandardProperties() {}

    static String group(ObjectType type) {
        return type.singular().replace("_", "") + "information";
    }

    static Map<String, PropertyGroup> groups(ObjectType type) {
        var groups = new LinkedHashMap<String, PropertyGroup>();
        groups.put(group(type), new PropertyGroup(group(type), label(type.singular()) + " information", 0));
        return groups;
    }

    /// Without those that an account with these switches lacks.
    static Map<String, PropertyDefinition> of(ObjectType type, Instant at, Set<Unconfirmed> switches) {
        var lines = own(type)
                + (type.createdProperty().equals("createdate") ? CREATED : "")
                + EVERY_TYPE
                + (type.canBeMerged() ? MERGEABLE : "");
        var properties = new LinkedHashMap<String, PropertyDefinition>();
        lines.lines()
                .map(line -> parse(type, line, at))
                .filter(property -> UnsureNames.exists(type, property.name(), switches))
                .forEach(property -> properties.put(property.name(), property));
        return properties;
    }

    private static String own(ObjectType type) {
        return type.isCustom() ? CUSTOM : OWN.getOrDefault(type, "") + CommerceProperties.OF.getOrDefault(type, "");
    }

    private static PropertyDefinition parse(ObjectType type, String line, Instant at) {
        var words = Arrays.asList(line.split(" "));
        var flags = List.of("calculated", "readonly", "external");
        var options = words.subList(3, words.size()).stream()
                .filter(word -> !flags.contains(word))
                .toList();
        return new PropertyDefinition(
                words.get(0),
                label(words.get(0)),
                words.get(1),
                words.get(2),
                group(type),
                "",
                options.stream()
                        .map(option -> PropertyOption.of(label(option), option, options.indexOf(option)))
                        .toList(),
                words.contains("external"),
                type.equals(ObjectType.CONTACT) && words.get(0).equals("email"),
                false,
                false,
                -1,
                words.contains("calculated"),
                words.contains("readonly"),
                true,
                false,
                Map.of(),
                at,
                at);
    }

    private static String label(String name) {
        var words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
