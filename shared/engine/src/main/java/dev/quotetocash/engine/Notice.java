package dev.quotetocash.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// "These records may have changed": one queue message. It carries ids, never data. `firstQueuedAt` and
/// `deferrals` tell how long the news has been under way.
public record Notice(Kind kind, List<String> ids, String trigger, Instant firstQueuedAt, int deferrals) {

    public static final int IDS_MAX = 100;

    /// What the ids name, and so which queue it travels in.
    public enum Kind {
        DEAL("deal", Queue.INVOICES),
        LINE_ITEM("line_item", Queue.INVOICES),

        /// Companies and contacts of HubSpot, as `company#<id>`: work that waits for them may go on.
        CUSTOMER("customer", Queue.INVOICES),

        /// Keys of links whose time has come.
        LINK("link", Queue.INVOICES),

        XERO_INVOICE("xero_invoice", Queue.PAYMENTS),

        /// Invoices with a slot's mark that may be one too many, as [Suspicion] writes them.
        SURPLUS("surplus", Queue.PAYMENTS);

        private final String wire;
        private final Queue queue;

        Kind(String wire, Queue queue) {
            this.wire = wire;
            this.queue = queue;
        }

        public String wire() {
            return wire;
        }

        public Queue queue() {
            return queue;
        }
    }

    /// As many notices as the ids need.
    static List<Notice> chunks(Kind kind, List<String> ids, String trigger, Instant now) {
        var notices = new ArrayList<Notice>();
        for (var from = 0; from < ids.size(); from += IDS_MAX) {
            notices.add(new Notice(kind, ids.subList(from, Math.min(from + IDS_MAX, ids.size())), trigger, now, 0));
        }
        return notices;
    }

    public enum Queue {
        INVOICES,
        PAYMENTS
    }

    public Notice {
        ids = List.copyOf(ids);
        if (ids.isEmpty() || ids.size() > IDS_MAX)
            throw new IllegalArgumentException("a notice of " + ids.size() + " ids");
    }
}
