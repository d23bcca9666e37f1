package dev.quotetocash.sandbox.xero;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The records that history, attachments and PDF files belong to, found as their own addresses find them.
final class Owners {

    private Owners() {}

    static Optional<UUID> find(Books books, String resource, String named) {
        return switch (resource) {
            case "Contacts" ->
                known(books.contacts, named)
                        .or(() -> books.contactNumbered(named).map(Contact::id));
            case "Invoices" ->
                known(books.invoices, named)
                        .or(() -> books.receivablesNumbered(named).findFirst().map(Invoice::id));
            case "Items" ->
                known(books.items, named).or(() -> books.itemCoded(named).map(Item::id));
            case "Payments" -> known(books.payments, named);
            case "CreditNotes" ->
                credit(books, named, Credit.Family.CREDITNOTE)
                        .or(() -> books.creditNotesNumbered(named).findFirst().map(Credit::id));
            case "Overpayments" -> credit(books, named, Credit.Family.OVERPAYMENT);
            case "Prepayments" -> credit(books, named, Credit.Family.PREPAYMENT);
            case "Quotes" -> known(books.desk.quotes(), named);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> credit(Books books, String named, Credit.Family family) {
        return Sent.guidOf(named)
                .flatMap(id -> Optional.ofNullable(books.credits.get(id)))
                .filter(credit -> credit.is(family))
                .map(Credit::id);
    }

    private static Optional<UUID> known(Map<UUID, ?> records, String named) {
        return Sent.guidOf(named).filter(records::containsKey);
    }
}
