package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import org.junit.jupiter.api.Test;

/// Items tracked as inventory (reference section 7.3).
class StockTest {

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    StockTest() {
        office.app.put(
                "/Items",
                "{'Code':'LAMP','Name':'Lamp','InventoryAssetAccountCode':'630','PurchaseDetails':{'UnitPrice':5,"
                        + "'COGSAccountCode':'310'},'SalesDetails':{'UnitPrice':20,'AccountCode':'200'}}");
    }

    @Test
    void countsWhatIsBoughtAndSold() {
        bill("10");
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("10.0");
        assertThat(lamp().path("TotalCostPool").asText()).isEqualTo("50.0");

        assertThat(sell("4", "").status()).isEqualTo(200);

        assertThat(lamp().path("IsTrackedAsInventory").asBoolean()).isTrue();
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("6.0");
        assertThat(lamp().path("TotalCostPool").asText()).isEqualTo("30.0");
    }

    @Test
    void refusesToSellMoreThanThereIsUnlessBackordersAreAllowed() {
        bill("3");

        assertThat(refusal(sell("4", ""))).isEqualTo("There is not enough of item 'LAMP' in stock.");
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("3.0");
        assertThat(sell("4", "?allowBackorders=true").status()).isEqualTo(200);
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("-1.0");
    }

    @Test
    void bringsBackWhatAVoidedInvoiceOrACreditNoteReturns() {
        bill("5");
        var id = first(sell("2", ""), "Invoices").path("InvoiceID").asText();
        office.app.post("/Invoices/" + id, "{'Status':'VOIDED'}");
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("5.0");

        office.app.put("/CreditNotes", Cashier.note(acme, "AUTHORISED", line("3")));
        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("8.0");
    }

    @Test
    void leavesTheStockAloneForDrafts() {
        office.app.put("/Invoices", Office.body(acme, "DRAFT", line("3")));

        assertThat(lamp().path("QuantityOnHand").asText()).isEqualTo("0.0");
    }

    @Test
    void tracksWithAnInventoryAccountOnly() {
        var item =
                "{'Code':'X','Name':'X','InventoryAssetAccountCode':'200','PurchaseDetails':{'COGSAccountCode':'310'}}";

        assertThat(refusal(office.app.put("/Items", item)))
                .isEqualTo("The InventoryAssetAccountCode must be of an account of type INVENTORY.");
    }

    private void bill(String quantity) {
        var body = Office.body(acme, "AUTHORISED", line(quantity)).replace("ACCREC", "ACCPAY");
        assertThat(office.app.put("/Invoices", body).status()).isEqualTo(200);
    }

    private SimResponse sell(String quantity, String query) {
        return office.app.put("/Invoices" + query, Office.body(acme, "AUTHORISED", line(quantity)));
    }

    private static String line(String quantity) {
        return "'LineItems':[{'ItemCode':'LAMP','Quantity':" + quantity + "}]";
    }

    private JsonNode lamp() {
        return first(office.app.get("/Items/LAMP"), "Items");
    }
}
