package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/// What a contact owes and is owed, in raw amounts of approved invoices and bills, not converted to the base
/// currency (OpenAPI). Computed when read, so they do not move the contact's UpdatedDateUTC.
final class Balances {

    private Balances() {}

    /// The contact with its balances, which only those have that ever traded.
    static ObjectNode of(Call call, Contact contact) {
        var view = new ContactView(call.books()).full(contact);
        if (!contact.customer() && !contact.supplier()) return view;
        var balances = view.putObject("Balances");
        balances.set("AccountsReceivable", side(call, contact, true));
        balances.set("AccountsPayable", side(call, contact, false));
        return view;
    }

    private static ObjectNode side(Call call, Contact contact, boolean receivable) {
        var outstanding = BigDecimal.ZERO;
        var overdue = BigDecimal.ZERO;
        for (var invoice : call.books().invoicesOf(contact.id()).toList()) {
            if (invoice.receivable() != receivable || invoice.status() != Invoice.Status.AUTHORISED) continue;
            outstanding = outstanding.add(invoice.due());
            if (invoice.head().dueDate().isBefore(call.today())) overdue = overdue.add(invoice.due());
        }
        var view = Json.object();
        view.set("Outstanding", Json.number(outstanding));
        view.set("Overdue", Json.number(overdue));
        return view;
    }
}
