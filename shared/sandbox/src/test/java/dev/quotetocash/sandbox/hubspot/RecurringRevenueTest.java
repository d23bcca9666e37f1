package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecurringRevenueTest {

    private final Hub hub = Hub.fresh();
    private final String deal = hub.create("deals", "{}");

    @Test
    void addsUpWhatRecursAndWhatIsPaidOnce() {
        item("{'price':'100','recurringbillingfrequency':'monthly','hs_recurring_billing_period':'P24M'}");
        item("{'price':'120','recurringbillingfrequency':'annually','hs_recurring_billing_period':'P1Y'}");
        item("{'price':'50'}");

        assertThat(hub.value("deals", deal, "hs_mrr")).isEqualTo("110");
        assertThat(hub.value("deals", deal, "hs_arr")).isEqualTo("1320");
        assertThat(hub.value("deals", deal, "hs_acv")).isEqualTo("1370");
        assertThat(hub.value("deals", deal, "hs_tcv")).isEqualTo("2570");
    }

    @Test
    void countsAWeekAsATwelfthOfFiftyTwo() {
        item("{'price':'10','recurringbillingfrequency':'weekly','hs_term_in_months':'6'}");

        assertThat(hub.value("deals", deal, "hs_mrr")).isEqualTo("43.33");
        assertThat(hub.value("deals", deal, "hs_tcv")).isEqualTo("260");
    }

    @Test
    void isBlankWithoutLineItemsAndNobodyWritesIt() {
        assertThat(hub.read("deals", deal, "properties=hs_mrr")
                        .body()
                        .at("/properties/hs_mrr")
                        .isNull())
                .isTrue();
        assertThat(hub.update("deals", deal, "{'hs_mrr':'5'}").at("/errors/0/code"))
                .isEqualTo("READ_ONLY_VALUE");
    }

    private void item(String properties) {
        hub.associate("deals", deal, "line_items", hub.create("line_items", properties));
    }
}
