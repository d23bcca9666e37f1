package dev.quotetocash.changesweeper;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.quotetocash.engine.HubSpotSweep;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metric;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.wiring.Wiring;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Picks up won deals and line items that changed in HubSpot without a webhook, on a schedule.
public final class ChangeSweeperHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Map<String, HubSpotSweep> sweeps = new LinkedHashMap<>();
    private final Metrics metrics;
    private final JsonLog log;
    private final Deadline deadline;

    public ChangeSweeperHandler() {
        this(System.getenv());
    }

    public ChangeSweeperHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "change-sweeper"));
    }

    private ChangeSweeperHandler(Wiring wiring) {
        var hubspot = wiring.hubspot();
        var links = wiring.links();
        var marks = wiring.marks();
        var notices = wiring.notices();
        sweeps.put("hubspot-deals", HubSpotSweep.deals(hubspot, links, marks, notices, wiring.clock()));
        sweeps.put("hubspot-line-items", HubSpotSweep.lineItems(hubspot, links, marks, notices, wiring.clock()));
        this.metrics = wiring.metrics();
        this.log = wiring.log();
        this.deadline = wiring.deadline();
        wiring.primeLinks(links);
    }

    /// One that HubSpot cuts off does not keep the other from its turn: each names its own age.
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> tick, Context context) {
        deadline.of(context);
        var results = new LinkedHashMap<String, Object>();
        sweeps.forEach((name, sweep) -> results.put(name, report(name, sweep.sweep())));
        return results;
    }

    private Map<String, Object> report(String name, HubSpotSweep.Swept swept) {
        // A completed sweep is as young as can be; an incomplete one leaves the age of the last completed one.
        var age = swept.completed() ? Duration.ZERO : swept.sinceLast().orElse(Duration.ZERO);
        metrics.seconds(Metric.SWEEP_AGE, age, Map.of("Sweep", name));
        Map<String, Object> result =
                Map.of("completed", swept.completed(), "rows", swept.rows(), "queued", swept.queued());
        log.info("swept " + name, result);
        return result;
    }
}
