package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Lists that need not look into their records.
class OrderedListTest {

    private final Office office = new Office();

    @Test
    void keepsTheOrderOfChangesAsItIs() {
        var ids = List.of(new UUID(0, 1), new UUID(0, 2));

        assertThat(blind().answerSorted(call("order=UpdatedDateUTC%20ASC"), ids))
                .isInstanceOf(Answer.Found.class);
        assertThat(blind().answerSorted(call("order=UpdatedDateUTC"), ids)).isInstanceOf(Answer.Found.class);
        assertThatThrownBy(() -> blind().answerSorted(call("order=UpdatedDateUTC%20DESC"), ids))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsInvoicesAndBillsByNumber() {
        var acme = office.contact("Acme");
        office.invoice(acme, "DRAFT", "'InvoiceNumber':'Été-7','LineItems':[]");
        office.app.put(
                "/Invoices",
                Office.body(acme, "DRAFT", "'InvoiceNumber':'ete-7','LineItems':[]")
                        .replace("ACCREC", "ACCPAY"));
        office.invoice(acme, "DRAFT", "'InvoiceNumber':'ete-8','LineItems':[]");

        var found = json(office.app.get("/Invoices?where=" + encoded("InvoiceNumber==\"ETE-7\"")))
                .path("Invoices");
        var drafts = encoded("InvoiceNumber==\"ete-7\" AND Type==\"ACCPAY\"");

        assertThat(found).hasSize(2);
        assertThat(json(office.app.get("/Invoices?where=" + drafts)).path("Invoices"))
                .hasSize(1);
    }

    @Test
    void findsQuotesByNumberInAnySpelling() {
        var acme = office.contact("Acme");
        var quote = "{'QuoteNumber':'%s','Contact':{'ContactID':'" + acme + "'},'Date':'2026-11-22','LineItems':[]}";
        office.app.put("/Quotes", quote.formatted("Q-seven"));

        assertThat(office.app.put("/Quotes", quote.formatted("q-SEVEN")).status())
                .isEqualTo(400);
    }

    @Test
    void tellsOfAChangeThatAnIndexedFilterLeavesOut() {
        var asking = Office.switched(switches -> switches.with(Unconfirmed.UNCHANGED_IS_304, true));
        asking.invoice(asking.contact("Acme"), "DRAFT", "'Reference':'HS-1','LineItems':[]");

        var reply = asking.app.getSince("/Invoices?where=" + encoded("Reference==\"HS-2\""), "2026-11-23T08:00:00");

        assertThat(reply.status()).isEqualTo(200);
    }

    private static Listing<UUID> blind() {
        return new Listing<>(
                "Things",
                Set.of("UpdatedDateUTC"),
                id -> id,
                _ -> Instant.EPOCH,
                _ -> {
                    throw new IllegalStateException("looked inside");
                },
                _ -> new byte[0],
                id -> Json.object().put("ID", id.toString()),
                true,
                true);
    }

    private Call call(String query) {
        var request = office.app.request("GET", "/Things?" + query, "", Map.of());
        var draws = new Draws(1);
        var books = StartData.books(draws, Region.UK, Office.OPENED);
        return new Call(
                request, "app", office.settings, new Call.Ledger(books), draws, Office.OPENED, new ArrayList<>());
    }
}
