package dev.quotetocash.invoicestatuspoller;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quotetocash.engine.Connection;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.InvoicePoller;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metric;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.wiring.Wiring;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Picks up invoices that changed in Xero without a webhook, on a schedule.
public final class InvoiceStatusPollerHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final Map<String, String> SWEEP = Map.of("Sweep", "xero-invoices");

    private final InvoicePoller poller;
    private final Optional<Connections> connection;
    private final InstantSource clock;
    private final Metrics metrics;
    private final JsonLog log;
    private final Deadline deadline;

    public InvoiceStatusPollerHandler() {
        this(System.getenv());
    }

    public InvoiceStatusPollerHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "invoice-status-poller"));
    }

    private InvoiceStatusPollerHandler(Wiring wiring) {
        var links = wiring.links();
        this.poller = new InvoicePoller(
                wiring.xero(), wiring.pair().portal(), links, wiring.marks(), wiring.notices(), wiring.clock());
        this.connection = wiring.xeroConnection();
        this.clock = wiring.clock();
        this.metrics = wiring.metrics();
        this.log = wiring.log();
        this.deadline = wiring.deadline();
        wiring.primeLinks(links);
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> tick, Context context) {
        deadline.of(context);
        var swept = poller.sweep();
        // A completed sweep is as young as can be; an incomplete one leaves the age of the last completed one.
        var age = swept.completed() ? Duration.ZERO : swept.sinceLast().orElse(Duration.ZERO);
        metrics.seconds(Metric.SWEEP_AGE, age, SWEEP);
        tellAgeOfRefreshToken();
        Map<String, Object> result =
                Map.of("completed", swept.completed(), "rows", swept.rows(), "queued", swept.queued());
        log.info("swept invoices", result);
        return result;
    }

    /// Nothing renews a token while nothing calls Xero, as in a stack that is not activated; and one that nobody
    /// has used for 60 days is dead.
    private void tellAgeOfRefreshToken() {
        connection
                .flatMap(Connections::read)
                .map(Connection::refreshedAt)
                .ifPresent(at ->
                        metrics.seconds(Metric.REFRESH_TOKEN_AGE, Duration.between(at, clock.instant()), Map.of()));
    }
}
