package dev.quotetocash.engine;

import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Lane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The invoices that this app created, asked for once in an invocation, however many slots look for theirs.
final class OwnInvoices {

    private record Asked(Instant since, Instant at, Reply<List<XeroInvoice>> reply) {}

    private final XeroGateway xero;
    private final InstantSource clock;
    private Optional<Asked> last = Optional.empty();

    OwnInvoices(XeroGateway xero, InstantSource clock) {
        this.xero = xero;
        this.clock = clock;
    }

    /// Modified at or after `since`, and perhaps some older ones.
    Reply<List<XeroInvoice>> since(Instant since) {
        var known = last.filter(asked -> !asked.since().isAfter(since) && asked.reply() instanceof Reply.Ok<?>);
        if (known.isPresent()) return known.get().reply();
        var at = clock.instant();
        var asked = new Asked(since, at, xero.invoicesOfThisApp(since, Lane.INVOICE));
        last = Optional.of(asked);
        return asked.reply();
    }

    /// When the last answer was asked for, by our clock.
    Instant askedAt(Instant otherwise) {
        return last.map(Asked::at).orElse(otherwise);
    }
}
