package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Replays the samples of the objects beside deals and line items (sections 7, 15, 16.2).
class GoldenObjectsTest {

    private final Hub hub = Hub.fresh();

    @Test
    void createsATaskOnADeal() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var task = hub.post(Hub.OBJECTS + "tasks", Golden.text("objects/50-task", Map.of("512", deal)));

        assertThat(task.status()).isEqualTo(201);
        assertThat(task.at("/properties/hs_task_status")).isEqualTo("NOT_STARTED");
        assertThat(associated(deal, "tasks")).isEqualTo(task.id());
    }

    @Test
    void createsANoteOnADeal() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var note = hub.post(Hub.OBJECTS + "notes", Golden.text("objects/51-note", Map.of("512", deal)));

        assertThat(note.status()).isEqualTo(201);
        assertThat(associated(deal, "notes")).isEqualTo(note.id());
    }

    @Test
    void createsAnInvoiceOnADeal() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var invoice = hub.post(Hub.OBJECTS + "invoices", Golden.text("objects/53-invoice", Map.of("512", deal)));

        assertThat(invoice.status()).isEqualTo(201);
        assertThat(invoice.at("/properties/hs_invoice_status")).isEqualTo("draft");
        assertThat(associated(deal, "invoices")).isEqualTo(invoice.id());
    }

    @Test
    void createsAQuoteOnADeal() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");

        var quote = hub.post(Hub.OBJECTS + "quotes", Golden.text("objects/54-quote", Map.of("512", deal)));

        assertThat(quote.status()).isEqualTo(201);
        assertThat(associated(deal, "quotes")).isEqualTo(quote.id());
    }

    @ParameterizedTest
    @CsvSource({"discounts,0-84", "fees,0-85", "taxes,0-86"})
    void createsDiscountsFeesAndTaxesByNameAndId(String name, String id) {
        var made = hub.post(Hub.OBJECTS + name, Golden.text("objects/52-discount"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(hub.get(Hub.OBJECTS + id + "/" + made.id() + "?properties=hs_type")
                        .at("/properties/hs_type"))
                .isEqualTo("PERCENT");
    }

    @Test
    void definesACustomObjectForEnterpriseAccountsOnly() {
        var schemas = "/crm-object-schemas/2026-09/schemas";
        var enterprise = Hub.with(HubSpotSettings.sandbox().withCrm(CrmLimits.enterprise()));

        assertThat(hub.post(schemas, Golden.text("objects/55-custom-object-schema"))
                        .status())
                .isBetween(400, 403);
        assertThat(enterprise
                        .post(schemas, Golden.text("objects/55-custom-object-schema"))
                        .status())
                .isEqualTo(201);
        assertThat(enterprise.get("/crm/schemas/2026-09").status()).isEqualTo(404);
    }

    private String associated(String deal, String type) {
        return hub.get(Hub.OBJECTS + "deals/" + deal + "/associations/" + type).at("/results/0/toObjectId");
    }
}
