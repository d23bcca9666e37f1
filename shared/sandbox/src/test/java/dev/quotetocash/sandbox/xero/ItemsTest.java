package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemsTest {

    private static final String SUPPORT =
            "{'Items':[{'Code':'abc','Name':'Support','SalesDetails':{'UnitPrice':10.1234}}]}";

    private final Office office = new Office();

    @Test
    void refusesATakenCodeOnPutAndUpdatesItOnPost() {
        var created = first(office.app.put("/Items", SUPPORT), "Items");

        assertThat(refusal(office.app.put("/Items", SUPPORT)))
                .isEqualTo("Price List Item with Code 'abc' already exists");
        assertThat(first(office.app.post("/Items", SUPPORT), "Items").path("ItemID"))
                .isEqualTo(created.path("ItemID"));
    }

    @Test
    void stampsItemsWithoutAnOffset() {
        assertThat(first(office.app.put("/Items", SUPPORT), "Items")
                        .path("UpdatedDateUTC")
                        .asText())
                .isEqualTo("/Date(1795424400120)/");
    }

    @Test
    void roundsPricesUnlessAskedForFourDecimals() {
        office.app.put("/Items?unitdp=4", SUPPORT);

        assertThat(first(office.app.get("/Items/abc"), "Items")
                        .at("/SalesDetails/UnitPrice")
                        .asText())
                .isEqualTo("10.12");
        assertThat(first(office.app.get("/Items/abc?unitdp=4"), "Items")
                        .at("/SalesDetails/UnitPrice")
                        .asText())
                .isEqualTo("10.1234");
    }

    @Test
    void deletesAnItem() {
        var id =
                first(office.app.put("/Items", SUPPORT), "Items").path("ItemID").asText();

        assertThat(office.app.send("DELETE", "/Items/" + id, "", Map.of()).status())
                .isEqualTo(204);
        assertThat(office.app.get("/Items/abc").status()).isEqualTo(404);
    }

    @Test
    void refusesAnInvoiceLineOfAnUnknownItem() {
        var line = "'LineItems':[{'ItemCode':'nope','Quantity':1}]";

        assertThat(office.app
                        .put("/Invoices", Office.body(office.contact("Acme"), "DRAFT", line))
                        .status())
                .isEqualTo(400);
    }
}
