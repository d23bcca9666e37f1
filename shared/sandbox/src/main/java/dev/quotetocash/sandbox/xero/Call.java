package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One authorised request and all that answering it may look at or change.
record Call(
        SimRequest request,
        String clientId,
        XeroSettings settings,
        Ledger ledger,
        Draws draws,
        Instant now,
        List<Event> events) {

    /// The books, replaceable by those of another state.
    static final class Ledger {
        private Books books;

        Ledger(Books books) {
            this.books = books;
        }

        Books books() {
            return books;
        }

        void restore(Books earlier) {
            books = earlier;
        }
    }

    Books books() {
        return ledger.books();
    }

    XeroSwitches switches() {
        return settings.switches();
    }

    boolean is(Unconfirmed which) {
        return settings.is(which);
    }

    boolean byFinance() {
        return clientId.equals(settings.financeClientId());
    }

    Sent sent(ObjectNode node) {
        return new Sent(node, is(Unconfirmed.NUMBERS_AS_TEXT));
    }

    /// Today in the organisation's time zone.
    LocalDate today() {
        return now.atZone(settings.organisation().region().zone()).toLocalDate();
    }

    /// Decimals of unit amounts: 4 with `unitdp=4`.
    int unitScale() {
        return request.query("unitdp").filter("4"::equals).isPresent() ? 4 : 2;
    }

    /// Quotes have 2 (reference section 1.4 does not name them), unless `unitdpOnQuotes`.
    int quoteUnitScale() {
        return is(Unconfirmed.UNITDP_ON_QUOTES) ? unitScale() : 2;
    }

    boolean asks(String parameter) {
        return request.query(parameter).filter("true"::equalsIgnoreCase).isPresent();
    }
}
