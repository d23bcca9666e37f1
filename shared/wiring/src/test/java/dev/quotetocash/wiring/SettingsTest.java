package dev.quotetocash.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.runtime.Environment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "SALES_ACCOUNT_CODE", "200",
            "DEFAULT_TAX_TYPE", "OUTPUT2",
            "TAX_TYPES", "61001=OUTPUT2, 61002 = RROUTPUT",
            "PAYMENT_TERMS_DAYS", "14",
            "INVOICE_STATUS", "SUBMITTED",
            "WON_PIPELINES", "default, 98750000",
            "SETTLE_SECONDS", "90",
            "LOOKUP_SECONDS", "600");

    @Test
    void readsTheRulesThatTheTemplateHandsOver() {
        var settings = Settings.invoices(Environment.of(VARIABLES));

        assertThat(settings.settling()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.mapping().taxTypes())
                .containsEntry("61001", "OUTPUT2")
                .containsEntry("61002", "RROUTPUT");
        assertThat(settings.mapping().pipelines()).containsExactly("default", "98750000");
        assertThat(settings.mapping().createAs()).isEqualTo(InvoiceStatus.SUBMITTED);
        assertThat(settings.mapping().paymentTermsDays()).isEqualTo(14);
    }

    @Test
    void namesTheEntryThatIsNotATaxRule() {
        assertThatThrownBy(() -> Settings.invoices(with("TAX_TYPES", "61001")))
                .hasMessage("TAX_TYPES: '61001' is not <HubSpot tax rate id>=<Xero tax type>");
    }

    @Test
    void namesTheStatusThatNoInvoiceIsCreatedIn() {
        assertThatThrownBy(() -> Settings.invoices(with("INVOICE_STATUS", "PAID")))
                .hasMessage("INVOICE_STATUS: 'PAID' is not DRAFT, SUBMITTED or AUTHORISED");
    }

    private static Environment with(String name, String value) {
        var variables = new HashMap<>(VARIABLES);
        variables.put(name, value);
        return Environment.of(variables);
    }
}
