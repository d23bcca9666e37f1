package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CalculatedTest {

    private final Hub hub = Hub.fresh();

    @Test
    void followsTheStage() {
        var deal = hub.create("deals", "{'dealstage':'contractsent'}");
        assertThat(closed(deal)).isEqualTo("false false false");

        hub.update("deals", deal, "{'dealstage':'closedwon'}");
        assertThat(closed(deal)).isEqualTo("true true false");

        hub.update("deals", deal, "{'dealstage':'closedlost'}");
        assertThat(closed(deal)).isEqualTo("true false true");

        hub.update("deals", deal, "{'pipeline':'98750000','dealstage':'98750002'}");
        assertThat(closed(deal)).isEqualTo("true true false");
    }

    @Test
    void takesTheDiscountOffPerUnitOrInPercent() {
        var perUnit = hub.create("line_items", "{'price':'20.00','quantity':'3','discount':'2.50'}");
        var percent = hub.create("line_items", "{'price':'19.99','quantity':'3','hs_discount_percentage':'10'}");
        var free = hub.create("line_items", "{'name':'No price'}");

        assertThat(hub.value("line_items", perUnit, "amount")).isEqualTo("52.5");
        assertThat(hub.value("line_items", perUnit, "hs_total_discount")).isEqualTo("7.5");
        assertThat(hub.value("line_items", percent, "amount")).isEqualTo("53.973");
        assertThat(hub.value("line_items", free, "amount")).isEqualTo("null");
    }

    @Test
    void replacesTheOtherKindOfDiscount() {
        var item = hub.create("line_items", "{'price':'100','discount':'20'}");

        hub.update("line_items", item, "{'hs_discount_percentage':'5'}");

        assertThat(hub.value("line_items", item, "discount")).isEqualTo("null");
        assertThat(hub.value("line_items", item, "amount")).isEqualTo("95");
    }

    @Test
    void addsTheTaxOfTheRate() {
        var item = hub.create("line_items", "{'price':'10','quantity':'2','hs_tax_rate_group_id':'61001'}");

        assertThat(hub.value("line_items", item, "hs_tax_amount")).isEqualTo("4");
        assertThat(hub.value("line_items", item, "hs_post_tax_amount")).isEqualTo("24");
        assertThat(hub.value("line_items", item, "hs_tax_label")).isEqualTo("Standard 20%");
    }

    @Test
    void countsLineItemsAndMovesTheDealWithThem() {
        var deal = hub.create("deals", "{}");
        var item = hub.create("line_items", "{'price':'10'}");

        hub.later(Duration.ofMinutes(1)).associate("deals", deal, "line_items", item);
        assertThat(hub.value("deals", deal, "hs_num_of_associated_line_items")).isEqualTo("1");
        assertThat(hub.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:01:00.123Z");

        hub.delete(Hub.OBJECTS + "line_items/" + item);
        assertThat(hub.value("deals", deal, "hs_num_of_associated_line_items")).isEqualTo("0");
    }

    @Test
    void leavesTheDealUnmovedByItsLineItemsWhenSwitchedSo() {
        var still = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.CALCULATED_MOVES_LAST_MODIFIED, false));
        var deal = still.create("deals", "{}");

        still.later(Duration.ofMinutes(1)).associate("deals", deal, "line_items", still.create("line_items", "{}"));

        assertThat(still.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:00:00.123Z");
    }

    @Test
    void letsTheDealAmountFollowItsLineItemsOnlyWhenSwitchedSo() {
        var following = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.DEAL_AMOUNT_FOLLOWS_LINE_ITEMS, true));

        assertThat(amountAfterAddingAnItem(hub)).isEqualTo("500");
        assertThat(amountAfterAddingAnItem(following)).isEqualTo("30");
    }

    @Test
    void convertsTheAmountIntoTheCompanyCurrency() {
        var deal = hub.create("deals", "{'amount':'100','deal_currency_code':'EUR'}");

        assertThat(hub.value("deals", deal, "amount_in_home_currency")).isEqualTo("85");
    }

    private static String amountAfterAddingAnItem(Hub hub) {
        var deal = hub.create("deals", "{'amount':'500'}");
        var item = hub.create("line_items", "{'price':'10','quantity':'2'}");
        hub.associate("deals", deal, "line_items", item);
        hub.update("line_items", item, "{'quantity':'3'}");
        return hub.value("deals", deal, "amount");
    }

    private String closed(String deal) {
        return hub.value("deals", deal, "hs_is_closed") + " " + hub.value("deals", deal, "hs_is_closed_won") + " "
                + hub.value("deals", deal, "hs_is_closed_lost");
    }
}
