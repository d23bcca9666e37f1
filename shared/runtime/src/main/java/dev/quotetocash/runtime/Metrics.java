package dev.quotetocash.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// Metrics as log lines in CloudWatch's embedded metric format, in the namespace [#NAMESPACE]. Every
/// combination of dimension values is a metric of its own, and costs as one: no ids among them.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
public final class Metrics {

    public static final String NAMESPACE = "QuoteToCash";

    private final PrintStream out;
    private final InstantSource clock;

    public Metrics(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /// To standard output, where Lambda collects it.
    public static Metrics toStandardOutput() {
        return new Metrics(System.out, InstantSource.system());
    }

    public void count(Metric metric, long count) {
        count(metric, count, Map.of());
    }

    public void count(Metric metric, long count, Map<String, String> dimensions) {
        var line = line(metric, dimensions);
        line.put(metric.wire(), count);
        out.println(Json.format(line));
    }

    public void seconds(Metric metric, Duration duration, Map<String, String> dimensions) {
        var line = line(metric, dimensions);
        line.put(metric.wire(), duration.toMillis() / 1000.0);
        out.println(Json.format(line));
    }

    private ObjectNode line(Metric metric, Map<String, String> dimensions) {
        var line = Json.MAPPER.createObjectNode();
        var about = line.putObject("_aws");
        about.put("Timestamp", clock.millis());
        var directive = about.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        var names = directive.putArray("Dimensions").addArray();
        directive.putArray("Metrics").addObject().put("Name", metric.wire()).put("Unit", metric.unit());
        dimensions.forEach((name, value) -> {
            names.add(name);
            line.put(name, value);
        });
        return line;
    }
}
