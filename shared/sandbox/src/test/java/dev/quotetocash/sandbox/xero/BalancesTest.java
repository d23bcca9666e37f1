package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void sumsWhatIsDueAndWhatIsOverdue() {
        var invoice = office.approved(acme, "100").path("InvoiceID").asText();
        office.pay(invoice, "20");
        office.invoice(acme, "DRAFT", "'LineItems':[" + Cashier.LINE.formatted("7") + "]");

        assertThat(sales("Outstanding")).isEqualTo("100.0");
        assertThat(sales("Overdue")).isEqualTo("0.0");

        office.pass(Duration.ofDays(30));
        office.reconnect();

        assertThat(sales("Overdue")).isEqualTo("100.0");
        assertThat(contact().at("/Balances/AccountsPayable/Outstanding").asText())
                .isEqualTo("0.0");
        assertThat(json(office.app.get("/Contacts?page=1"))
                        .at("/Contacts/0/Balances/AccountsReceivable/Outstanding")
                        .asText())
                .isEqualTo("100.0");
    }

    @Test
    void doesNotMoveTheContactsStamp() {
        var before = contact().path("UpdatedDateUTC");
        office.pass(Duration.ofSeconds(5));

        office.approved(acme, "100");

        assertThat(contact().path("IsCustomer").asBoolean()).isTrue();
        assertThat(contact().path("IsSupplier").asBoolean()).isFalse();
        assertThat(contact().path("UpdatedDateUTC")).isEqualTo(before);
    }

    @Test
    void areNotShownInUnpagedLists() {
        office.approved(acme, "100");

        assertThat(json(office.app.get("/Contacts")).at("/Contacts/0").has("Balances"))
                .isFalse();
    }

    private String sales(String which) {
        return contact().at("/Balances/AccountsReceivable/" + which).asText();
    }

    private JsonNode contact() {
        return first(office.app.get("/Contacts/" + acme), "Contacts");
    }
}
