package dev.quotetocash.engine;

import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.XeroInvoiceId;

/// An invoice that carries a slot's mark and may be one too many. In a notice:
/// `slot#<deal>#<number>#<reissue>=<id>`.
record Suspicion(LinkKey slot, XeroInvoiceId invoice) {

    Suspicion {
        if (slot.slot().isEmpty()) throw new IllegalArgumentException("not a slot: " + slot.value());
    }

    static Suspicion parse(String id) {
        var at = id.lastIndexOf('=');
        if (at < 0) throw new IllegalArgumentException("not an invoice of a slot: " + id);
        return new Suspicion(new LinkKey(id.substring(0, at)), new XeroInvoiceId(id.substring(at + 1)));
    }

    String wire() {
        return slot.value() + "=" + invoice.value();
    }
}
