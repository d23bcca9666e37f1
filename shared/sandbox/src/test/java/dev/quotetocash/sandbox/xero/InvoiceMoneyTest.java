package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What of an invoice's money is seldom met (reference sections 5, 6.1, 6.4).
class InvoiceMoneyTest {

    private static final String LINES = "'LineItems':[" + Cashier.LINE.formatted("100") + "]";
    private static final String TOTALS = "'SubTotal':100,'TotalTax':20,'Total':120.05,'RoundingAmount':0.05,";

    private final Office office = new Office();
    private final String acme = office.contact("Acme");

    @Test
    void ignoresTotalsThatDoNotAgreeWithTheLines() {
        var invoice = office.invoice(acme, "AUTHORISED", "'SubTotal':1,'TotalTax':2,'Total':3," + LINES);

        assertThat(invoice.path("SubTotal").asText()).isEqualTo("100.0");
        assertThat(invoice.path("TotalTax").asText()).isEqualTo("20.0");
        assertThat(invoice.path("Total").asText()).isEqualTo("120.0");
    }

    @Test
    void addsTheRoundingOfAnApprovedInvoiceWithAllItsTotals() {
        var invoice = office.invoice(acme, "AUTHORISED", TOTALS + LINES);

        assertThat(invoice.path("Total").asText()).isEqualTo("120.05");
        assertThat(invoice.path("AmountDue").asText()).isEqualTo("120.05");
        assertThat(invoice.path("RoundingAmount").asText()).isEqualTo("0.05");
    }

    @Test
    void ignoresTheRoundingOfADraftAndWithoutAllThreeTotals() {
        assertThat(total("DRAFT", TOTALS)).isEqualTo("120.0");
        assertThat(total("AUTHORISED", TOTALS.replace("'TotalTax':20,", ""))).isEqualTo("120.0");
        assertThat(total("AUTHORISED", TOTALS.replace("120.05", "120.04"))).isEqualTo("120.0");
    }

    @Test
    void roundsByTenPenceAtMost() {
        var tooMuch = TOTALS.replace("0.05,", "0.11,").replace("120.05", "120.11");

        assertThat(refusal(office.app.put("/Invoices", Office.body(acme, "AUTHORISED", tooMuch + LINES))))
                .isEqualTo("RoundingAmount must be from -0.10 to 0.10.");
    }

    @Test
    void keepsTheRoundingWhileTheLinesStay() {
        var id = office.invoice(acme, "AUTHORISED", TOTALS + LINES)
                .path("InvoiceID")
                .asText();

        var edited = first(office.app.post("/Invoices/" + id, "{'Reference':'x'}"), "Invoices");
        var other = "{'LineItems':[" + Cashier.LINE.formatted("50") + "]}";

        assertThat(edited.path("Total").asText()).isEqualTo("120.05");
        assertThat(first(office.app.post("/Invoices/" + id, other), "Invoices")
                        .path("Total")
                        .asText())
                .isEqualTo("60.0");
    }

    @Test
    void takesATaxAmountThatWasSent() {
        var line = LINES.replace("'TaxType'", "'TaxAmount':19.5,'TaxType'");

        assertThat(office.invoice(acme, "DRAFT", line).path("TotalTax").asText())
                .isEqualTo("19.5");
    }

    @Test
    void warnsOfAnUnusualRateWithoutRefusingIt() {
        var body = Office.body(acme, "DRAFT", "'CurrencyCode':'EUR','CurrencyRate':9.5," + LINES);

        var warned = json(office.app.put("/Invoices?summarizeErrors=false", body));
        var usual = json(office.app.put("/Invoices?summarizeErrors=false", body.replace("9.5", "1.2")));

        assertThat(warned.at("/Invoices/0/Warnings/0/Message").asText()).contains("9.5", "EUR");
        assertThat(warned.at("/Invoices/0/StatusAttributeString").asText()).isEqualTo("WARNING");
        assertThat(usual.at("/Invoices/0").has("Warnings")).isFalse();
        assertThat(usual.at("/Invoices/0/StatusAttributeString").asText()).isEqualTo("OK");
    }

    @Test
    void marksApprovedInvoicesAloneAsSent() {
        assertThat(office.invoice(acme, "DRAFT", "'SentToContact':true," + LINES)
                        .path("SentToContact")
                        .asBoolean())
                .isFalse();
        assertThat(office.invoice(acme, "AUTHORISED", "'SentToContact':true," + LINES)
                        .path("SentToContact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void doesNotMoveTheStampForSendingAPartPaidInvoice() {
        var id = office.approved(acme, "100").path("InvoiceID").asText();
        office.pay(id, "1");
        var before = first(office.app.get("/Invoices/" + id), "Invoices").path("UpdatedDateUTC");
        office.pass(Duration.ofSeconds(2));

        var sent = first(office.app.post("/Invoices/" + id, "{'SentToContact':true}"), "Invoices");

        assertThat(sent.path("SentToContact").asBoolean()).isTrue();
        assertThat(sent.path("UpdatedDateUTC")).isEqualTo(before);
    }

    @Test
    void editsTextsAloneOnceMoneyWasApplied() {
        var invoice = office.approved(acme, "100");
        var address = "/Invoices/" + invoice.path("InvoiceID").asText();
        office.pay(invoice.path("InvoiceID").asText(), "120");
        var line = "'LineItemID':'" + invoice.at("/LineItems/0/LineItemID").asText() + "'";

        var texts = office.app.post(
                address,
                "{'Reference':'r','InvoiceNumber':'HS-7','DueDate':'2027-01-01','Url':'https://example.test/7',"
                        + "'LineItems':[{" + line + ",'Description':'New','AccountCode':'260'}]}");

        assertThat(first(texts, "Invoices").path("InvoiceNumber").asText()).isEqualTo("HS-7");
        for (var money : new String[] {"'Quantity':2", "'UnitAmount':99", "'TaxType':'RROUTPUT'", "'TaxAmount':1"}) {
            assertThat(refusal(office.app.post(address, "{'LineItems':[{" + line + "," + money + "}]}")))
                    .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
        }
        assertThat(refusal(office.app.post(address, "{'Date':'2026-11-21'}")))
                .isEqualTo("This document cannot be edited as it has a payment or credit note allocated to it.");
    }

    @Test
    void refusesDocumentsBeforeTheLaterOfBothLockDates() {
        office.xero.lockPeriod(LocalDate.of(2026, 11, 22));
        office.xero.lockYear(LocalDate.of(2026, 11, 25));

        assertThat(refusal(office.app.put("/Invoices", Office.body(acme, "DRAFT", LINES))))
                .isEqualTo("The document date cannot be before the period lock date, currently set at 2026-11-25");
        var organisation = first(office.app.get("/Organisation"), "Organisations");
        assertThat(organisation.path("PeriodLockDate").asText()).isEqualTo("/Date(1795305600000+0000)/");
        assertThat(organisation.path("EndOfYearLockDate").asText()).isEqualTo("/Date(1795564800000+0000)/");
    }

    @Test
    void fallsDueOnItsDateWhenTermsDoNotCount() {
        var plain = Office.switched(switches -> switches.with(Unconfirmed.DUE_DATE_FOLLOWS_TERMS, false));
        var contact = first(
                        plain.app.post(
                                "/Contacts",
                                "{'Name':'Terms','PaymentTerms':{'Sales':{'Day':30,'Type':'DAYSAFTERBILLDATE'}}}"),
                        "Contacts")
                .path("ContactID")
                .asText();
        var body = Office.body(contact, "DRAFT", LINES).replace("'DueDate':'2026-12-22',", "");

        assertThat(first(plain.app.put("/Invoices", body), "Invoices")
                        .path("DueDateString")
                        .asText())
                .isEqualTo("2026-11-22T00:00:00");
    }

    @Test
    void roundsYenToWholeOnesWhenSwitched() {
        var whole = XeroSwitches.suggested().with(Unconfirmed.MINORLESS_IS_WHOLE, true);

        assertThat(Amounts.scale("JPY", XeroSwitches.suggested())).isEqualTo(2);
        assertThat(Amounts.scale("JPY", whole)).isZero();
        assertThat(Amounts.scale("EUR", whole)).isEqualTo(2);
        assertThat(Amounts.tax(
                        Amounts.Kind.EXCLUSIVE, new BigDecimal("105"), new BigDecimal("10"), RoundingMode.HALF_UP, 0))
                .isEqualByComparingTo("11");
    }

    private String total(String status, String members) {
        return office.invoice(acme, status, members + LINES).path("Total").asText();
    }

    @Test
    void roundsCreditsAndPaymentsOfCurrenciesWithoutMinorUnitsToWholeUnits() {
        var office = Office.switched(switches -> switches.with(Unconfirmed.MINORLESS_IS_WHOLE, true));
        assertThat(office.finance.put("/Currencies", "{'Code':'JPY'}").status()).isEqualTo(200);
        var contact = office.contact("Kestrel Instruments Ltd");
        var lines = "'CurrencyCode':'JPY','CurrencyRate':190,'LineItems':[" + Cashier.LINE.formatted("1000") + "]";
        var invoice =
                office.invoice(contact, "AUTHORISED", lines).path("InvoiceID").asText();
        var note = first(office.app.put("/CreditNotes", Cashier.note(contact, "AUTHORISED", lines)), "CreditNotes")
                .path("CreditNoteID")
                .asText();
        var cashier = new Cashier(office);

        assertThat(office.pay(invoice, "100.4").path("Amount").asText()).isEqualTo("100.0");
        cashier.allocate("CreditNotes", note, invoice, "50.4");
        assertThat(cashier.read("CreditNotes", note).at("/Allocations/0/Amount").asText())
                .isEqualTo("50.0");
    }
}
