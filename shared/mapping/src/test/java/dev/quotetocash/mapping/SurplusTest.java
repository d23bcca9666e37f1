package dev.quotetocash.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SurplusTest {

    private static final String MARKER = "33/512/1/0";
    private static final XeroInvoice LINKED = invoice("linked", "INV-1", InvoiceStatus.DRAFT);
    private static final XeroInvoice SECOND = invoice("second", "INV-2", InvoiceStatus.DRAFT);
    private static final Baseline AGREED = InvoiceBaseline.answered(sent(), LINKED);
    private static final Surplus DELETE = new Surplus.Delete(new XeroInvoiceId("second"));
    private static final Surplus TELL = new Surplus.Tell(new XeroInvoiceId("second"), "INV-2");

    @ParameterizedTest
    @EnumSource(
            value = InvoiceStatus.class,
            names = {"DRAFT", "SUBMITTED", "AUTHORISED", "PAID"})
    void deletesAnUntouchedDraftBesideALiveInvoice(InvoiceStatus linked) {
        assertThat(decide(invoice("linked", "INV-1", linked), SECOND)).isEqualTo(DELETE);
    }

    @ParameterizedTest
    @EnumSource(
            value = InvoiceStatus.class,
            names = {"SUBMITTED", "AUTHORISED", "PAID"})
    void tellsOfOneThatIsFurtherOn(InvoiceStatus second) {
        assertThat(decide(LINKED, invoice("second", "INV-2", second))).isEqualTo(TELL);
    }

    /// Deleting it would leave none.
    @ParameterizedTest
    @EnumSource(
            value = InvoiceStatus.class,
            names = {"VOIDED", "DELETED"})
    void tellsOfTheOneThatIsLeft(InvoiceStatus linked) {
        assertThat(decide(invoice("linked", "INV-1", linked), SECOND)).isEqualTo(TELL);
    }

    @ParameterizedTest
    @MethodSource
    void tellsOfADraftThatSomebodyHasTouched(XeroInvoice touched) {
        assertThat(decide(LINKED, touched)).isEqualTo(TELL);
    }

    static Stream<XeroInvoice> tellsOfADraftThatSomebodyHasTouched() {
        var line = SECOND.lines().getFirst();
        return Stream.of(
                with(SECOND, "other", "GBP", "100", "0", SECOND.lines()),
                with(SECOND, "contact", "EUR", "100", "0", SECOND.lines()),
                with(SECOND, "contact", "GBP", "101", "0", SECOND.lines()),
                with(SECOND, "contact", "GBP", "100", "1", SECOND.lines()),
                with(SECOND, "contact", "GBP", "100", "0", List.of()),
                with(SECOND, "contact", "GBP", "100", "0", List.of(line, line)),
                with(SECOND, "contact", "GBP", "100", "0", List.of(line("2", "50", "200", "OUTPUT2"))),
                with(SECOND, "contact", "GBP", "100", "0", List.of(line("1", "101", "200", "OUTPUT2"))),
                with(SECOND, "contact", "GBP", "100", "0", List.of(line("1", "100", "260", "OUTPUT2"))),
                with(SECOND, "contact", "GBP", "100", "0", List.of(line("1", "100", "200", "NONE"))));
    }

    @Test
    void tellsWhereTheLinesWereNeverAgreed() {
        assertThat(Surplus.of(new Surplus.Situation(MARKER, Baseline.NONE, LINKED, SECOND, true)))
                .isEqualTo(TELL);
    }

    @Test
    void writesNumbersAsXeroDoesAndStillKnowsThem() {
        var same =
                with(SECOND, "contact", "GBP", "100.00", "0.00", List.of(line("1.0000", "100.0000", "200", "OUTPUT2")));

        assertThat(decide(LINKED, same)).isEqualTo(DELETE);
    }

    @Test
    void leavesEveryOtherInvoiceAlone() {
        var nothing = new Surplus.Nothing();

        assertThat(decide(LINKED, LINKED)).isEqualTo(nothing);
        assertThat(decide(LINKED, invoice("second", "INV-2", InvoiceStatus.VOIDED)))
                .isEqualTo(nothing);
        assertThat(Surplus.of(new Surplus.Situation(MARKER, AGREED, LINKED, SECOND, false)))
                .isEqualTo(nothing);
        assertThat(Surplus.of(new Surplus.Situation("33/513/1/0", AGREED, LINKED, SECOND, true)))
                .isEqualTo(nothing);
    }

    private static Surplus decide(XeroInvoice linked, XeroInvoice second) {
        return Surplus.of(new Surplus.Situation(MARKER, AGREED, linked, second, true));
    }

    private static Baseline sent() {
        var fields = new LinkedHashMap<String, Agreed<String, String>>();
        for (var field : List.of("description", "quantity", "unit_price", "discount", "account", "tax")) {
            fields.put(field, Agreed.never());
        }
        return Baseline.NONE.withLines(List.of(new Baseline.Line("901", "", fields)));
    }

    private static XeroInvoice invoice(String id, String number, InvoiceStatus status) {
        var sample = Deals.invoice(status, "100", "0", "0", "0");
        return new XeroInvoice(
                new XeroInvoiceId(id),
                number,
                sample.reference(),
                sample.url(),
                new XeroContactId("contact"),
                status,
                sample.currency(),
                sample.date(),
                sample.dueDate(),
                sample.subTotal(),
                sample.totalTax(),
                sample.total(),
                sample.amountDue(),
                sample.amountPaid(),
                sample.credited(),
                sample.creditNotes(),
                sample.fullyPaidOn(),
                sample.payments(),
                List.of(line("1", "100", "200", "OUTPUT2")),
                sample.updatedAt());
    }

    private static XeroInvoice with(
            XeroInvoice from,
            String contact,
            String currency,
            String total,
            String credited,
            List<XeroInvoice.Line> lines) {
        return new XeroInvoice(
                from.id(),
                from.number(),
                from.reference(),
                from.url(),
                new XeroContactId(contact),
                from.status(),
                new CurrencyCode(currency),
                from.date(),
                from.dueDate(),
                new BigDecimal(total),
                from.totalTax(),
                new BigDecimal(total),
                from.amountDue(),
                from.amountPaid(),
                new BigDecimal(credited),
                from.creditNotes(),
                from.fullyPaidOn(),
                from.payments(),
                lines,
                from.updatedAt());
    }

    private static XeroInvoice.Line line(String quantity, String price, String account, String tax) {
        return new XeroInvoice.Line(
                "line",
                "Support",
                new BigDecimal(quantity),
                new BigDecimal(price),
                Optional.empty(),
                Optional.empty(),
                account,
                tax,
                new BigDecimal("100"));
    }
}
