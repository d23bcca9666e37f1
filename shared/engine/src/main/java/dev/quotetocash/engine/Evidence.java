package dev.quotetocash.engine;

import dev.quotetocash.mapping.InvoiceMapping;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.Slot;
import java.util.List;
import java.util.Optional;

/// Which of an app's invoices was made for a slot.
final class Evidence {

    private Evidence() {}

    /// Those that carry the slot's mark; where finance has removed marks, the first slot's is still known by
    /// its Reference. Voided and deleted ones count, but not beside a live one: then the live one is it.
    static List<XeroInvoice> of(Slot slot, PortalId portal, List<XeroInvoice> invoices) {
        var marker = Optional.of(slot.marker(portal));
        var marked = invoices.stream()
                .filter(invoice -> invoice.marker().equals(marker))
                .toList();
        var found = marked.isEmpty() ? byReference(slot, invoices) : marked;
        var live = found.stream().filter(invoice -> invoice.status().isLive()).toList();
        if (!live.isEmpty()) return live;
        return found.stream().limit(1).toList();
    }

    private static List<XeroInvoice> byReference(Slot slot, List<XeroInvoice> invoices) {
        if (!slot.equals(Slot.first(slot.deal()))) return List.of();
        var reference = InvoiceMapping.reference(slot.deal());
        return invoices.stream()
                .filter(invoice ->
                        invoice.marker().isEmpty() && invoice.reference().equals(reference))
                .toList();
    }
}
