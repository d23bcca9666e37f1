package dev.quotetocash.mapping;

import static dev.quotetocash.mapping.Deals.GBP;
import static dev.quotetocash.mapping.Deals.TODAY;
import static dev.quotetocash.mapping.Deals.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Slot;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealStatusTest {

    private static final Slot SLOT = Slot.first(new HubSpotDealId("512"));

    @ParameterizedTest
    @CsvSource({
        "DRAFT,      0,   0,  0,  2026-11-19, DRAFT",
        "SUBMITTED,  0,   0,  0,  2026-12-01, SUBMITTED",
        "AUTHORISED, 0,   0,  0,  2026-11-19, AWAITING_PAYMENT",
        "AUTHORISED, 40,  0,  0,  2026-11-19, PART_PAID",
        "AUTHORISED, 40,  0,  0,  2026-11-20, OVERDUE",
        "AUTHORISED, 0,   40, 0,  2026-11-19, PART_PAID",
        "AUTHORISED, 0,   40, 40, 2026-11-19, AWAITING_PAYMENT",
        "PAID,       100, 0,  0,  2026-11-23, PAID",
        "PAID,       0,   100, 100, 2026-11-23, CREDITED",
        "PAID,       0,   100, 60, 2026-11-23, PAID",
        "VOIDED,     0,   0,  0,  2026-12-31, VOIDED",
        "DELETED,    0,   0,  0,  2026-12-31, DELETED"
    })
    void tellsARepWhereTheInvoiceStands(
            InvoiceStatus status, String paid, String credited, String creditNotes, LocalDate today, String state) {
        var fields = fields(invoice(status, "100", paid, credited, creditNotes), today);

        assertThat(fields.get(DealProperty.INVOICE_STATE)).isEqualTo(Observed.of(state));
    }

    @Test
    void countsAppliedPrepaymentsAsPaidAndOnlyCreditNotesAsCredited() {
        var fields = fields(invoice(InvoiceStatus.AUTHORISED, "100", "20", "50", "30"), TODAY);

        assertThat(fields.get(DealProperty.PAID)).isEqualTo(Observed.of("40"));
        assertThat(fields.get(DealProperty.CREDITED)).isEqualTo(Observed.of("30"));
        assertThat(fields.get(DealProperty.DUE)).isEqualTo(Observed.of("30"));
    }

    /// A voided invoice keeps its amount due in Xero (docs/reference/xero-api.md, 5); nobody owes it.
    @Test
    void owesNothingOnAVoidedInvoice() {
        var fields = fields(invoice(InvoiceStatus.VOIDED, "24.15", "0", "0", "0"), TODAY);

        assertThat(fields.get(DealProperty.DUE)).isEqualTo(Observed.of("0"));
        assertThat(fields.get(DealProperty.DAYS_OVERDUE)).isEqualTo(Observed.of("0"));
    }

    @Test
    void countsTheDaysSinceTheDueDate() {
        assertThat(fields(invoice(InvoiceStatus.AUTHORISED, "100", "0", "0", "0"), TODAY)
                        .get(DealProperty.DAYS_OVERDUE))
                .isEqualTo(Observed.of("4"));
    }

    @Test
    void setsEveryMirroredPropertyButTheMessage() {
        var fields = SyncMessage.OK.onto(fields(invoice(InvoiceStatus.DRAFT, "1", "0", "0", "0"), TODAY));

        assertThat(fields.values().keySet()).containsExactlyInAnyOrderElementsOf(DealProperty.MIRRORED);
        assertThat(DealProperty.ALL).extracting(DealProperty::name).containsAll(DealProperty.MIRRORED);
    }

    @Test
    void namesItsOwnDealSoThatACopyIsToldFromTheOriginal() {
        var slots = DealStatus.slots(SLOT, invoice(InvoiceStatus.DRAFT, "1", "0", "0", "0"));

        assertThat(slots).isEqualTo("512/1/0=11111111-1111-1111-1111-111111111111");
        assertThat(DealStatus.invoiceNamedFor(SLOT, slots)).contains("11111111-1111-1111-1111-111111111111");
        assertThat(DealStatus.invoiceNamedFor(Slot.first(new HubSpotDealId("513")), slots))
                .isEmpty();
    }

    private static Fields fields(XeroInvoice invoice, LocalDate today) {
        return DealStatus.of(invoice, SLOT, "https://xero.example", today, GBP);
    }
}
