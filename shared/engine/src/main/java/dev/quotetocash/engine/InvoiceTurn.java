package dev.quotetocash.engine;

import dev.quotetocash.engine.InvoiceCreation.Ready;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// What the records of one invocation share: the invoices that are ready to be sent, gathered for one request,
/// and one look at the invoices that this app made.
final class InvoiceTurn {

    /// Xero recommends about 50 elements, and at most 3.5 MB (docs/reference/xero-api.md, 1.2).
    static final int READY_MAX = 50;

    private static final int BYTES_MAX = 3_000_000;

    /// An intent may be sent for 30 seconds after it was stored, and one more look may take a while.
    private static final Duration LEFT_TO_SEND = Duration.ofSeconds(22);

    private final BiConsumer<List<Ready>, OwnInvoices> sender;
    private final InstantSource clock;
    private final OwnInvoices own;
    private final List<Ready> ready = new ArrayList<>();

    /// `sender` gets what is ready, and settles it.
    InvoiceTurn(XeroGateway xero, InstantSource clock, BiConsumer<List<Ready>, OwnInvoices> sender) {
        this.sender = sender;
        this.clock = clock;
        this.own = new OwnInvoices(xero, clock);
    }

    OwnInvoices own() {
        return own;
    }

    void add(Ready next) {
        var bytes = ready.stream().mapToInt(Ready::bytes).sum() + next.bytes();
        if (bytes > BYTES_MAX) send();
        ready.add(next);
        if (ready.size() >= READY_MAX) send();
    }

    /// Before another record is looked at: what has waited long enough goes first.
    void sendWhatIsLate() {
        var deadline = clock.instant().plus(LEFT_TO_SEND);
        if (ready.stream().anyMatch(one -> one.sendUntil().isBefore(deadline))) send();
    }

    void send() {
        if (ready.isEmpty()) return;
        var now = List.copyOf(ready);
        ready.clear();
        sender.accept(now, own);
    }
}
