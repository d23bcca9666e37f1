package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Xero itself cannot cope with, and what that leaves behind.
class FailuresTest {

    private static final String NEVER = "+999999999-12-31";

    private final Office office = new Office();
    private final String acme = office.contact("Acme");
    private final String cursed = cursed();

    @Test
    void leavesNothingBehindWhenSomethingBreaks() {
        var told = office.webhooks.size();

        var broken = office.app.post("/Invoices", batch());

        assertThat(broken.status()).isEqualTo(500);
        assertThat(json(broken).path("Title").asText()).isEqualTo("Internal Server Error");
        assertThat(json(office.app.get("/Invoices?Statuses=DRAFT")).path("Invoices"))
                .isEmpty();
        assertThat(office.webhooks).hasSize(told);
    }

    @Test
    void remembersByItsKeyThatSomethingBroke() {
        var key = Map.of("Idempotency-Key", "once");

        var broken = office.app.send("POST", "/Invoices", batch(), key);

        assertThat(office.app.send("POST", "/Invoices", batch(), key).text()).isEqualTo(broken.text());
    }

    /// The second invoice has a date that no stamp can tell.
    private String batch() {
        return "{'Invoices':[{'Type':'ACCREC','Contact':{'ContactID':'" + acme + "'},'LineItems':[]},{'InvoiceID':'"
                + cursed + "','Reference':'x'}]}";
    }

    /// An approved invoice that a request could not make, but a state can hold.
    private String cursed() {
        var id = office.approved(acme, "100").path("InvoiceID").asText();
        office.xero.load(office.xero.dump().replace("\"date\" : \"2026-11-22\"", "\"date\" : \"" + NEVER + "\""));
        return id;
    }
}
