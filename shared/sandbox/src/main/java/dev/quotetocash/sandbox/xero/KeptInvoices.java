package dev.quotetocash.sandbox.xero;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The JSON of invoices as pages show them, kept because callers read the same pages again and again. It follows
/// the tables of all that an invoice shows, as indexes do, and forgets an invoice at any change of such a record:
/// the invoice, its contact, payments, attachments, allocations and their credits, and the items, accounts and
/// tracking on its lines. No part of the state.
final class KeptInvoices {

    private static final int MOST = 20_000;

    private record Kept(int unitScale, byte[] json) {}

    private final Books books;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > MOST;
        }
    };

    /// Follows the ledger of `books`; whoever makes the desk follows that.
    KeptInvoices(Books books) {
        this.books = books;
        books.invoices.followedBy((id, _, _) -> forget(id));
        books.contacts.followedBy(
                (id, _, _) -> books.invoicesOf(id).map(Invoice::id).forEach(this::forget));
        books.payments.followedBy((_, before, after) ->
                either(before, after).map(Payment::documentId).ifPresent(this::forget));
        books.allocations.followedBy((_, before, after) ->
                either(before, after).map(Allocation::invoiceId).ifPresent(this::forget));
        books.credits.followedBy((id, _, _) ->
                books.allocationsFrom(id).map(Allocation::invoiceId).forEach(this::forget));
        books.items.followedBy(whenNamed(item -> List.of(item.code(), item.name())));
        books.accounts.followedBy(whenNamed(Account::code));
    }

    Follower<UUID, List<Attachment>> files() {
        return (id, _, _) -> forget(id);
    }

    Follower<UUID, TrackingCategory> tracking() {
        return whenNamed(category -> category);
    }

    /// The same bytes as long as nothing changes.
    byte[] json(Invoice invoice, int unitScale) {
        var known = kept.get(invoice.id());
        if (known != null && known.unitScale() == unitScale) return known.json();
        var json = Json.bytes(new InvoiceView(books, unitScale).paged(invoice));
        kept.put(invoice.id(), new Kept(unitScale, json));
        return json;
    }

    private void forget(UUID id) {
        kept.remove(id);
    }

    /// Any invoice may show it, but not its stock and the like, which change more often than its `name`.
    private <V> Follower<UUID, V> whenNamed(Function<V, Object> name) {
        return (_, before, after) -> {
            if (!before.map(name).equals(after.map(name))) kept.clear();
        };
    }

    private static <V> Optional<V> either(Optional<V> before, Optional<V> after) {
        return before.or(() -> after);
    }
}
