package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Names of properties that the reference calls UNCONFIRMED (15.2, 15.3, 15.4, 16.2).
class UnsureNamesTest {

    private static final String ITEM = "{'price':'10','quantity':'2','hs_tax_rate_group_id':'61001'}";
    private static final String TASK = "{'hs_timestamp':'2026-12-01T09:00:00Z','hs_task_subject':'Call'}";

    private final Hub hub = Hub.fresh();

    @Test
    void showTheTaxOfALineItemOrNothingOfIt() {
        var bare = without(Unconfirmed.LINE_ITEMS_SHOW_TAX);

        assertThat(hub.value("line_items", hub.create("line_items", ITEM), "hs_tax_amount"))
                .isEqualTo("4");
        var item = bare.create("line_items", ITEM);
        var read = bare.read(
                "line_items",
                item,
                "properties=amount,hs_tax_amount,hs_post_tax_amount,hs_tax_label&propertiesWithHistory="
                        + "hs_tax_label");
        assertThat(read.at("/properties/amount")).isEqualTo("20");
        assertThat(read.body().path("properties").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("hs_tax_amount", "hs_post_tax_amount", "hs_tax_label");
        assertThat(bare.value("line_items", item, "hs_tax_rate_group_id")).isEqualTo("61001");
        assertThat(bare.simulator.dump()).doesNotContain("hs_tax_amount", "hs_tax_label");
        assertThat(defines(bare, "line_items", "hs_tax_label")).isFalse();
        assertThat(defines(hub, "line_items", "hs_tax_label")).isTrue();
    }

    @Test
    void showTheSignaturesOfAQuoteOrNothingOfThem() {
        var bare = without(Unconfirmed.QUOTES_SHOW_SIGNATURES_AND_PAYMENT);

        assertThat(writes(hub, "quotes", "{'hs_esign_enabled':'true'}")).isEqualTo(201);
        assertThat(writes(bare, "quotes", "{'hs_esign_enabled':'true'}")).isEqualTo(400);
        assertThat(defines(hub, "quotes", "hs_payment_status")).isTrue();
        assertThat(defines(bare, "quotes", "hs_payment_status")).isFalse();
        assertThat(writes(bare, "quotes", "{'hs_title':'Offer'}")).isEqualTo(201);
    }

    @Test
    void haveAPriceForEachCurrencyOrOneAlone() {
        var bare = without(Unconfirmed.PRODUCTS_HAVE_PRICES_PER_CURRENCY);

        assertThat(writes(hub, "products", "{'hs_price_eur':'10'}")).isEqualTo(201);
        assertThat(writes(bare, "products", "{'hs_price_eur':'10'}")).isEqualTo(400);
        assertThat(writes(bare, "products", "{'price':'10'}")).isEqualTo(201);
    }

    @Test
    void nameTheMembersOfATaskOrNothingOfThem() {
        var bare = without(Unconfirmed.TASK_PROPERTIES_ARE_NAMED_SO);

        assertThat(writes(hub, "tasks", TASK)).isEqualTo(201);
        assertThat(writes(bare, "tasks", TASK)).isEqualTo(400);
        assertThat(writes(bare, "tasks", "{'hs_timestamp':'2026-12-01T09:00:00Z'}"))
                .isEqualTo(201);
    }

    /// As when a dump of one account is loaded into another.
    @Test
    void areTheLoadingAccountsOwn() {
        hub.create("line_items", ITEM);
        var bare = without(Unconfirmed.LINE_ITEMS_SHOW_TAX);

        bare.simulator.load(hub.simulator.dump());

        assertThat(defines(bare, "line_items", "hs_tax_amount")).isFalse();
        bare.simulator.reset();
        assertThat(defines(bare, "line_items", "hs_tax_amount")).isFalse();
    }

    private static Hub without(Unconfirmed which) {
        return Hub.with(HubSpotSettings.sandbox().with(which, false));
    }

    private static int writes(Hub hub, String type, String properties) {
        return hub.post(Hub.OBJECTS + type, "{'properties':" + properties + "}").status();
    }

    private static boolean defines(Hub hub, String type, String name) {
        return hub.get("/crm/properties/2026-09/" + type + "/" + name).status() == 200;
    }
}
