package dev.quotetocash.xero;

import static dev.quotetocash.xero.Clients.at;
import static dev.quotetocash.xero.Clients.failure;
import static dev.quotetocash.xero.Clients.over;
import static dev.quotetocash.xero.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.engine.XeroGateway.Created;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.Discount;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.XeroContactId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XeroClientInvoicesTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T09:58:07.999Z");
    private static final XeroInvoiceId ID = new XeroInvoiceId(Samples.INVOICE_ID);

    private final FakeHttp http = new FakeHttp();
    private final XeroClient client = over(http);

    @Test
    void composesAnInvoiceWithDecimalsInPlainDigits() {
        assertThat(client.compose(Samples.newInvoice(new Discount.None())).text())
                .isEqualTo("""
                {"Type":"ACCREC","Contact":{"ContactID":"22222222-0000-4000-8000-000000000002"},"Date":"2026-09-14",\
                "DueDate":"2026-10-14","Reference":"HS-987","LineAmountTypes":"Exclusive","CurrencyCode":"NZD",\
                "Status":"AUTHORISED","Url":"https://app.hubspot.com/contacts/33/record/0-3/987#33/987/1/0",\
                "LineItems":[{"Description":"Support","Quantity":2,"UnitAmount":10.5000,"AccountCode":"200",\
                "TaxType":"OUTPUT2"}]}\
                """);
    }

    @Test
    void sendsAPercentageAsARateAndADiscountPerUnitAsAnAmountOffTheLine() {
        assertThat(client.compose(Samples.newInvoice(new Discount.Percent(new BigDecimal("1E+1"))))
                        .text())
                .contains("\"UnitAmount\":10.5000,\"DiscountRate\":10,\"AccountCode\"");
        assertThat(client.compose(Samples.newInvoice(new Discount.PerUnit(new BigDecimal("0.255"))))
                        .text())
                .contains("\"UnitAmount\":10.5000,\"DiscountAmount\":0.51,\"AccountCode\"");
    }

    @Test
    void putsComposedInvoicesUnchangedUnderAnIdempotencyKey() {
        http.answers(200, Samples.invoices(Samples.WRITTEN));

        var reply =
                client.createInvoices(List.of(Payload.of("{\"Url\": 1.50}"), Payload.of("{}")), "key-1", Lane.INVOICE);

        assertThat(http.calls()).containsExactly("PUT /api.xro/2.0/Invoices?summarizeErrors=false&unitdp=4");
        assertThat(http.body(0)).isEqualTo("{\"Invoices\":[{\"Url\": 1.50},{}]}");
        assertThat(http.request(0).headers())
                .isEqualTo(Map.of(
                        "Authorization", "Bearer token-1",
                        "xero-tenant-id", "t-1",
                        "Accept", "application/json",
                        "Content-Type", "application/json",
                        "Idempotency-Key", "key-1"));
        assertThat(at(reply)).isEqualTo(Instant.ofEpochMilli(1789378199160L));
    }

    @Test
    void readsACreatedInvoiceWithTheMembersThatAWriteOmits() {
        http.answers(200, Samples.invoices(Samples.WRITTEN));

        var created = value(client.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE));

        assertThat(created)
                .containsExactly(new Created.Accepted(new XeroInvoice(
                        ID,
                        "INV-0055",
                        "HS-987",
                        Samples.URL,
                        new XeroContactId(Samples.CONTACT_ID),
                        InvoiceStatus.AUTHORISED,
                        new CurrencyCode("NZD"),
                        LocalDate.parse("2026-09-14"),
                        Optional.of(LocalDate.parse("2026-10-14")),
                        new BigDecimal("21.0"),
                        new BigDecimal("3.15"),
                        new BigDecimal("24.15"),
                        new BigDecimal("24.15"),
                        new BigDecimal("0.0"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Optional.empty(),
                        List.of(),
                        List.of(new XeroInvoice.Line(
                                "l-1",
                                "Support",
                                new BigDecimal("2.0"),
                                new BigDecimal("10.5000"),
                                Optional.empty(),
                                Optional.empty(),
                                "200",
                                "OUTPUT2",
                                new BigDecimal("21.0"))),
                        Instant.ofEpochMilli(1789378199100L))));
    }

    @Test
    void tellsRefusedElementsFromAcceptedOnes() {
        http.answers(200, Samples.invoices(Samples.WRITTEN, """
                {"InvoiceID":"00000000-0000-0000-0000-000000000000","Status":"AUTHORISED","Url":"https://a/#33/988/1/0",
                 "HasErrors":true,"StatusAttributeString":"ERROR","ValidationErrors":[
                   {"Message":"Account code '476' has been removed as it does not match a recognised account."},
                   {"Description":"The document date cannot be before the period lock date"}],
                 "LineItems":[{"ValidationErrors":[{"Message":"The TaxType code 'x' cannot be used with account code 'y'"}]}]}
                """, "{\"StatusAttributeString\":\"ERROR\"}"));

        var created = value(client.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE));

        assertThat(created.getFirst()).isInstanceOf(Created.Accepted.class);
        assertThat(created.subList(1, 3))
                .containsExactly(
                        new Created.Refused(
                                "https://a/#33/988/1/0",
                                List.of(
                                        "Account code '476' has been removed as it does not match a recognised account.",
                                        "The document date cannot be before the period lock date",
                                        "The TaxType code 'x' cannot be used with account code 'y'")),
                        new Created.Refused("", List.of("Xero gave no reason.")));
    }

    @Test
    void doesNotSendMoreThanXeroTakesInOneRequest() {
        var large = Payload.of("\"" + "x".repeat(XeroClient.REQUEST_BYTES_MAX) + "\"");

        assertThat(failure(client.createInvoices(List.of(large), "key-1", Lane.INVOICE)))
                .isInstanceOf(RemoteFailure.Rejected.class);
        assertThatThrownBy(
                        () -> client.createInvoices(Collections.nCopies(51, Payload.of("{}")), "key-1", Lane.INVOICE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void takesAnAcceptedElementThatCannotBeReadForAnUnknownOutcome() {
        http.answers(200, Samples.invoices(Samples.WRITTEN.replace("\"Total\":24.15", "\"Total\":\"lots\"")));

        assertThat(failure(client.createInvoices(List.of(Payload.of("{}")), "key-1", Lane.INVOICE)))
                .isEqualTo(new RemoteFailure.Unavailable(true));
    }

    @Test
    void setsAStatusWithoutAnIdempotencyKey() {
        http.answers(200, Samples.invoices(Samples.WRITTEN));

        var changed = value(client.setStatus(ID, InvoiceStatus.AUTHORISED, Lane.INVOICE));

        assertThat(changed).isInstanceOf(Created.Accepted.class);
        assertThat(http.calls()).containsExactly("POST /api.xro/2.0/Invoices/" + Samples.INVOICE_ID + "?unitdp=4");
        assertThat(http.body(0))
                .isEqualTo("{\"Invoices\":[{\"InvoiceID\":\"" + Samples.INVOICE_ID + "\",\"Status\":\"AUTHORISED\"}]}");
        assertThat(http.request(0).headers()).doesNotContainKey("Idempotency-Key");
    }

    @Test
    void reportsARefusedStatus() {
        http.answers(200, Samples.invoices("""
                {"InvoiceID":"i","Status":"DELETED","HasErrors":true,"StatusAttributeString":"ERROR",
                 "ValidationErrors":[{"Message":"Invoice not of valid status for modification"}]}
                """));

        assertThat(value(client.setStatus(ID, InvoiceStatus.DELETED, Lane.INVOICE)))
                .isEqualTo(new Created.Refused("", List.of("Invoice not of valid status for modification")));
    }

    @Test
    void looksUpThisAppsInvoicesModifiedSinceASecond() {
        http.answers(200, Samples.invoices(Samples.LISTED.replace("AUTHORISED", "VOIDED")));

        var found = value(client.invoicesOfThisApp(SINCE, Lane.INVOICE));

        assertThat(found).extracting(XeroInvoice::status).containsExactly(InvoiceStatus.VOIDED);
        assertThat(found.getFirst().marker()).contains("33/987/1/0");
        assertThat(http.calls())
                .containsExactly("GET /api.xro/2.0/Invoices?createdByMyApp=true&page=1&pageSize=1000&unitdp=4"
                        + "&order=UpdatedDateUTC%20ASC");
        assertThat(http.request(0).headers())
                .containsEntry("If-Modified-Since", "2026-11-22T09:58:07")
                .doesNotContainKeys("Content-Type", "Idempotency-Key");
    }

    @Test
    void followsThePagesOfALookUp() {
        http.answers(200, fullPage()).answers(200, Samples.invoices(Samples.LISTED));

        var found = client.invoicesOfThisApp(SINCE, Lane.INVOICE);

        assertThat(value(found)).hasSize(XeroGateway.PAGE_SIZE + 1);
        assertThat(http.calls().get(1)).contains("&page=2&");
    }

    @Test
    void failsALookUpThatItCannotFinish() {
        IntStream.range(0, XeroGateway.LOOK_UP_PAGES_MAX)
                .forEach(
                        _ -> http.answers(
                                200,
                                Samples.invoices(Samples.LISTED)
                                        .replace(
                                                "\"Invoices\":",
                                                "\"pagination\":{\"page\":1,\"pageSize\":1,\"pageCount\":99,\"itemCount\":99},\"Invoices\":")));

        assertThat(failure(client.invoicesOfThisApp(SINCE, Lane.INVOICE)))
                .isEqualTo(new RemoteFailure.Unavailable(true));
        assertThat(http.calls()).hasSize(XeroGateway.LOOK_UP_PAGES_MAX);
    }

    @Test
    void takesNotModifiedAndEmptyAnswersForNothing() {
        http.answers(304, "").answers(200, "").answers(200, Samples.invoices());

        for (int call = 0; call < 3; call++) {
            assertThat(value(client.invoicesOfThisApp(SINCE, Lane.INVOICE))).isEmpty();
        }
        assertThat(at(over(new FakeHttp().answers(304, "")).sweepInvoices(SINCE, 1, Lane.SWEEP)))
                .isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void readsInvoicesInFullByIdAndLeavesOutBills() {
        http.answers(200, Samples.invoices(Samples.LISTED, Samples.BILL));

        var invoice = value(client.readInvoices(List.of(ID, new XeroInvoiceId("b-1")), Lane.CHANGE))
                .getFirst();

        assertThat(invoice.amountPaid()).isEqualTo(new BigDecimal("10.00"));
        assertThat(invoice.credited()).isEqualTo(new BigDecimal("10.00"));
        assertThat(invoice.creditNotes()).isEqualTo(new BigDecimal("7.50"));
        assertThat(invoice.payments())
                .containsExactly(
                        new XeroInvoice.Payment("p-1", LocalDate.parse("2026-09-14"), new BigDecimal("10.00")));
        assertThat(http.calls())
                .containsExactly(
                        "GET /api.xro/2.0/Invoices?IDs=" + Samples.INVOICE_ID + ",b-1&page=1&pageSize=40&unitdp=4");
        assertThat(http.request(0).headers()).doesNotContainKey("If-Modified-Since");
    }

    @Test
    void readsInvoicesInChunksOfForty() {
        http.answers(200, Samples.invoices()).answers(200, Samples.invoices());
        var ids = IntStream.range(0, 41)
                .mapToObj(id -> new XeroInvoiceId("i-" + id))
                .toList();

        assertThat(value(client.readInvoices(ids, Lane.SWEEP))).isEmpty();
        assertThat(http.calls().get(1)).isEqualTo("GET /api.xro/2.0/Invoices?IDs=i-40&page=1&pageSize=40&unitdp=4");
    }

    @Test
    void asksNothingForNoInvoices() {
        assertThat(value(client.readInvoices(List.of(), Lane.SWEEP))).isEmpty();
        assertThat(http.calls()).isEmpty();
    }

    @Test
    void sweepsInvoicesAndBillsByIdAndTime() {
        http.answers(200, Samples.invoices(Samples.LISTED, Samples.BILL));

        var page = value(client.sweepInvoices(SINCE, 3, Lane.SWEEP));

        assertThat(page.changes()).extracting(XeroGateway.Change::id).contains(ID);
        assertThat(page.changes())
                .extracting(XeroGateway.Change::modifiedAt)
                .containsExactly(Instant.ofEpochMilli(1789378199100L), Instant.ofEpochMilli(1789378199200L));
        assertThat(page.changes()).extracting(XeroGateway.Change::live).containsExactly(true, false);
        assertThat(page.changes().getFirst().url()).contains("#");
        assertThat(page.full()).isFalse();
        assertThat(http.calls())
                .containsExactly("GET /api.xro/2.0/Invoices?page=3&pageSize=1000&unitdp=4&order=UpdatedDateUTC%20ASC");
    }

    @Test
    void knowsAFullPage() {
        http.answers(200, fullPage());

        assertThat(value(client.sweepInvoices(SINCE, 1, Lane.SWEEP)).full()).isTrue();
    }

    private static String fullPage() {
        return Samples.invoices(
                Collections.nCopies(XeroGateway.PAGE_SIZE, Samples.LISTED).toArray(String[]::new));
    }
}
