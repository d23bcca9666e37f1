package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/// The members of an invoice. Those that are often asked for are read from the invoice itself; only for another
/// one its JSON is made, once.
final class InvoiceMembers implements Members {

    private final Books books;
    private final Invoice invoice;
    private final Function<Invoice, ObjectNode> view;
    private Optional<ObjectNode> json = Optional.empty();

    InvoiceMembers(Books books, Invoice invoice, Function<Invoice, ObjectNode> view) {
        this.books = books;
        this.invoice = invoice;
        this.view = view;
    }

    @Override
    public Value at(String path) {
        var head = invoice.head();
        return switch (path) {
            case "Type" -> new Value.Text(head.type().name());
            case "Status" -> new Value.Text(invoice.status().name());
            case "InvoiceID" -> new Value.Text(invoice.id().toString());
            case "InvoiceNumber" -> new Value.Text(head.number());
            case "Reference" -> new Value.Text(head.reference());
            case "CurrencyCode" -> new Value.Text(head.currency());
            case "Contact.ContactID" -> contact(contact -> contact.id().toString());
            case "Contact.Name" -> contact(Contact::name);
            case "Date" -> date(head.date());
            case "DueDate" -> date(head.dueDate());
            case "UpdatedDateUTC" ->
                new Value.Moment(Instant.ofEpochMilli(invoice.updatedAt().toEpochMilli()));
            case "AmountDue" -> new Value.Amount(invoice.due());
            case "AmountPaid" -> new Value.Amount(invoice.paid());
            case "Total" -> new Value.Amount(invoice.total());
            default -> Value.of(json(), path);
        };
    }

    private Value contact(Function<Contact, String> text) {
        return Optional.ofNullable(books.contacts.get(invoice.head().contactId()))
                .<Value>map(contact -> new Value.Text(text.apply(contact)))
                .orElse(new Value.Nothing());
    }

    private static Value date(LocalDate date) {
        return new Value.Moment(date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private ObjectNode json() {
        if (json.isEmpty()) json = Optional.of(view.apply(invoice));
        return json.get();
    }
}
