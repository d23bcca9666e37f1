package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// With `unchangedIs304` (reference section 13.2).
class UnchangedTest {

    private static final String BEFORE = "2026-11-23T08:00:00";
    private static final String AFTER = "2026-11-23T10:00:00";

    private final Office office = Office.switched(switches -> switches.with(Unconfirmed.UNCHANGED_IS_304, true));
    private final String acme = office.contact("Acme");

    @Test
    void countsForQuotesToo() {
        office.app.put("/Quotes", "{'Contact':{'ContactID':'" + acme + "'},'Date':'2026-11-22','LineItems':[]}");

        assertThat(office.app.getSince("/Quotes", AFTER).status()).isEqualTo(304);
        assertThat(office.app.getSince("/Quotes", BEFORE).status()).isEqualTo(200);
        assertThat(office.app.getSince("/Quotes?Status=SENT", BEFORE).status()).isEqualTo(200);
    }

    @Test
    void isNotWhatAFilterLeavesOut() {
        var none = "/Contacts?where=" + encoded("Name==\"Other\"");

        assertThat(office.app.getSince(none, AFTER).status()).isEqualTo(304);
        assertThat(office.app.getSince(none, BEFORE).status()).isEqualTo(200);
    }
}
