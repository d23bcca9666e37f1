package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// What an edit does to lines that the document has (reference section 7.3).
class KnownLinesTest {

    private final Office office = new Office();
    private final JsonNode draft = office.invoice(
            office.contact("Acme"),
            "DRAFT",
            "'LineItems':[{'Description':'Support','Quantity':1,'UnitAmount':100,'AccountCode':'200',"
                    + "'TaxType':'ZERORATEDOUTPUT'}]");
    private final String line = draft.at("/LineItems/0/LineItemID").asText();

    @Test
    void keepTheirTaxTypeInAnotherAccount() {
        var edited = edit("{'LineItemID':'" + line + "','AccountCode':'260'}");

        assertThat(edited.at("/LineItems/0/AccountCode").asText()).isEqualTo("260");
        assertThat(edited.at("/LineItems/0/TaxType").asText()).isEqualTo("ZERORATEDOUTPUT");
    }

    @Test
    void takeTheTaxTypeOfTheAccountWhenTheirsIsCleared() {
        var edited = edit("{'LineItemID':'" + line + "','TaxType':''}");

        assertThat(edited.at("/LineItems/0/TaxType").asText()).isEqualTo("OUTPUT2");
    }

    @Test
    void areClearedByEmptyTexts() {
        office.app.put("/Items", "{'Code':'SUP','Name':'Support plan'}");
        edit("{'LineItemID':'" + line + "','ItemCode':'SUP'}");

        var edited = edit("{'LineItemID':'" + line + "','Description':'','ItemCode':'','AccountCode':''}");

        assertThat(edited.at("/LineItems/0/Description").asText()).isEmpty();
        assertThat(edited.at("/LineItems/0/ItemCode").asText()).isEmpty();
        assertThat(edited.at("/LineItems/0/AccountCode").asText()).isEmpty();
    }

    @Test
    void standForTheirIdOnce() {
        var edited = edit("{'LineItemID':'" + line + "'},{'LineItemID':'" + line + "','Description':'Again'}");

        assertThat(edited.at("/LineItems/0/LineItemID").asText()).isEqualTo(line);
        assertThat(edited.at("/LineItems/1/LineItemID").asText()).isNotEqualTo(line);
        assertThat(edited.at("/LineItems/1").has("UnitAmount")).isFalse();
    }

    @Test
    void takeTheRoundedPriceOfAnItem() {
        office.app.put("/Items?unitdp=4", "{'Code':'FINE','SalesDetails':{'UnitPrice':10.1256,'AccountCode':'200'}}");
        var body = "{'LineItems':[{'ItemCode':'FINE','Quantity':100}]}";

        var rounded =
                first(office.app.post("/Invoices/" + draft.path("InvoiceID").asText(), body), "Invoices");
        var exact =
                first(office.app.post("/Invoices/" + draft.path("InvoiceID").asText() + "?unitdp=4", body), "Invoices");

        assertThat(rounded.path("SubTotal").asText()).isEqualTo("1013.0");
        assertThat(exact.path("SubTotal").asText()).isEqualTo("1012.56");
    }

    private JsonNode edit(String lines) {
        var id = draft.path("InvoiceID").asText();
        return first(office.app.post("/Invoices/" + id, "{'LineItems':[" + lines + "]}"), "Invoices");
    }
}
