package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceSearchTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");
    private final String first = made("HS-77");
    private final String second = made("Café");
    private final String third = made("hs-77");

    @Test
    void findsAReferenceWithoutRegardToCaseAndAccentsInTheOrderOfChange() {
        assertThat(where("Reference==\"Hs-77\"")).containsExactly("HS-77", "hs-77");
        assertThat(where("Reference = \"CAFE\"")).containsExactly("Café");
        assertThat(where("Reference==\"HS-7\"")).isEmpty();
        office.pass(Duration.ofSeconds(1));
        office.app.post("/Invoices/" + first, "{'DueDate':'2026-12-24'}");
        assertThat(where("Reference==\"Hs-77\"")).containsExactly("hs-77", "HS-77");
    }

    @Test
    void narrowsAReferenceOnlyByWhatMustHoldToo() {
        assertThat(where("Reference==\"HS-77\" AND InvoiceNumber==\"INV-0001\""))
                .containsExactly("HS-77");
        assertThat(where("Reference==\"HS-77\" && Status==\"PAID\"")).isEmpty();
        assertThat(where("Reference==\"HS-77\" OR Reference==\"Café\"")).containsExactly("HS-77", "Café", "hs-77");
        assertThat(where("Reference==\"HS-77\" AND InvoiceNumber==\"INV-0001\" || Reference==\"Café\""))
                .containsExactly("HS-77", "Café");
        assertThat(where("Reference==\"\"")).isEmpty();
        assertThat(office.app
                        .get("/Invoices?where=" + encoded("Reference==\"HS-77\" AND Nonsense==1"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void findsTheReferenceThatAnInvoiceHasNow() {
        office.app.post("/Invoices/" + second, "{'Reference':'HS-78'}");

        assertThat(where("Reference==\"Café\"")).isEmpty();
        assertThat(where("Reference==\"HS-78\"")).containsExactly("HS-78");
        assertThat(references("searchTerm=" + encoded("café"))).isEmpty();
        assertThat(references("searchTerm=s-78")).containsExactly("HS-78");
    }

    @Test
    void takesAReferenceForATextWhateverItSays() {
        office.app.post("/Invoices/" + third, "{'Reference':'/Date(1)/'}");

        assertThat(where("Reference==\"/Date(1)/\"")).containsExactly("/Date(1)/");
        assertThat(where("Status==\"DRAFT\" AND Reference==\"HS-77\"")).containsExactly("HS-77");
    }

    @Test
    void searchesNumberAndReferenceButNotAcrossThem() {
        assertThat(references("searchTerm=inv-0002")).containsExactly("Café");
        assertThat(references("searchTerm=HS-77")).containsExactly("HS-77", "hs-77");
        assertThat(references("searchTerm=" + encoded("0001\nhs"))).isEmpty();
        assertThat(references("searchTerm=hs&InvoiceNumbers=INV-0003")).containsExactly("hs-77");
    }

    private String made(String reference) {
        var invoice = office.invoice(acme, "DRAFT", "'Reference':'" + reference + "','LineItems':[]");
        office.pass(Duration.ofSeconds(1));
        return invoice.path("InvoiceID").asText();
    }

    private List<String> where(String filter) {
        return references("where=" + encoded(filter));
    }

    private List<String> references(String query) {
        return json(office.app.get("/Invoices?page=1&" + query))
                .path("Invoices")
                .findValuesAsText("Reference");
    }
}
