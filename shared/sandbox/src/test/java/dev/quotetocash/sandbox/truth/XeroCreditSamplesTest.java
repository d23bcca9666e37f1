package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.xero.models.accounting.Allocation;
import com.xero.models.accounting.Allocations;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.CreditNote;
import com.xero.models.accounting.CreditNotes;
import com.xero.models.accounting.Invoice;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.SimServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The samples, texts and client calls of reference/xero-api.md that need credit notes, groups or lock dates.
class XeroCreditSamplesTest {

    private final Desk desk = new Desk().asFinance().furnished();

    /// Sections 3.2 and 4.4.
    @Test
    void allocatesTheCreditNote() {
        desk.keep("note", Desk.json(note()).at("/CreditNotes/0/CreditNoteID").asText());

        var reply = desk.send("PUT", "/CreditNotes/{note}/Allocations", Golden.text("15-allocation-request"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var listed =
                Desk.json(desk.send("GET", "/Invoices?IDs={invoice}&page=1")).at("/Invoices/0");
        assertThat(listed.path("AmountDue").asText()).isEqualTo("110.0");
        assertLike("11-credit-note-of-a-listed-invoice", listed.at("/CreditNotes/0"));

        desk.keep("made", Desk.json(reply).at("/Allocations/0/AllocationID").asText());
        var removed = Desk.json(desk.send("DELETE", "/CreditNotes/{note}/Allocations/{made}"));
        assertThat(removed.path("IsDeleted").asBoolean()).isTrue();
        assertThat(removed.has("AllocationId")).isTrue();
    }

    /// Section 10.3, the newer pipeline.
    @Test
    void sendsTheWebhookOfACreditNote() {
        note();
        var sent = desk.webhooks.stream()
                .map(delivery -> Desk.json(new SimResponse(200, Map.of(), delivery.body())))
                .filter(body -> body.at("/events/0/eventCategory").asText().equals("CREDITNOTE"))
                .toList();

        assertThat(sent).hasSize(1).allSatisfy(body -> assertLike("24-credit-note-webhook", body));
    }

    /// Section 4.4; the organisation here names a few more members, which Xero's documents list.
    @Test
    void showsTheOrganisation() {
        desk.xero.lockPeriod(LocalDate.of(2026, 10, 31));

        var differences = Golden.read("19-organisation").differences(Desk.json(desk.send("GET", "/Organisation")));

        assertThat(differences)
                .noneMatch(difference -> !difference.endsWith("is not in the sample")
                        && !difference.equals("/Organisations/*/EndOfYearLockDate is missing"));
    }

    /// Section 9.4.
    @Test
    void limitsGroups() {
        IntStream.range(0, 100).forEach(number -> group("Group " + number));

        assertThat(Desk.json(group("One more")).findValuesAsText("Message"))
                .contains("You’ve reached the limit of 100 contact groups.");
    }

    /// Section 15.1.
    @Test
    void letsTheJavaClientAllocateACreditNote() throws IOException {
        try (var server = new SimServer(desk.xero, 0)) {
            var sdk = new XeroSdk(desk, server);
            var contact = sdk.contact("Harbour Marine Ltd");
            var invoice = sdk.invoice(contact, Invoice.StatusEnum.AUTHORISED);
            var note = sdk.accounting
                    .createCreditNotes(
                            sdk.token, sdk.tenant, new CreditNotes().addCreditNotesItem(note(contact)), null, false, 4)
                    .getCreditNotes()
                    .getFirst();
            var allocation = new Allocation().amount(10.0).invoice(new Invoice().invoiceID(invoice.getInvoiceID()));
            allocation.setDate(XeroSdk.DATE);

            var made = sdk.accounting.createCreditNoteAllocation(
                    sdk.token,
                    sdk.tenant,
                    note.getCreditNoteID(),
                    new Allocations().allocations(List.of(allocation)),
                    null,
                    false);

            assertThat(made.getAllocations().getFirst().getAmount()).isEqualTo(10.0);
            var read = sdk.read(invoice.getInvoiceID());
            assertThat(read.getAmountDue()).isEqualTo(110.0);
            assertThat(read.getAmountCredited()).isEqualTo(10.0);
            assertThat(read.getCreditNotes()).hasSize(1);
        }
    }

    private static CreditNote note(Contact contact) {
        var note = new CreditNote()
                .type(CreditNote.TypeEnum.ACCRECCREDIT)
                .status(CreditNote.StatusEnum.AUTHORISED)
                .contact(new Contact().contactID(contact.getContactID()))
                .addLineItemsItem(XeroSdk.line());
        note.setDate(XeroSdk.DATE);
        return note;
    }

    private SimResponse note() {
        return desk.send(
                "PUT",
                "/CreditNotes",
                "{'CreditNotes':[" + Desk.invoice("AUTHORISED").replace("ACCREC", "ACCRECCREDIT") + "]}");
    }

    private SimResponse group(String name) {
        return desk.send("PUT", "/ContactGroups", "{'ContactGroups':[{'Name':'" + name + "'}]}");
    }

    private static void assertLike(String sample, JsonNode actual) {
        assertThat(Golden.read(sample).differences(actual))
                .as(actual.toString())
                .isEmpty();
    }
}
