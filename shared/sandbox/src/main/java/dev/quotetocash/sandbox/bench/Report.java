package dev.quotetocash.sandbox.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.people.Api;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The figures for people and as JSON.
final class Report {

    private static final String ROW = "  %-10s %10s %12s %12s %12s %12s%n";

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void machine() {
        out.println(jvm());
        out.println("One thread, no sockets; a request takes the way of one over HTTP, with counting, faults, limits,"
                + " webhooks.");
    }

    void show(Result result) {
        out.printf(Locale.ROOT, "%s, %,d %s%n", result.simulator(), result.records(), result.recordsName());
        out.printf(ROW, "", "requests", "per second", "per CPU s", "median µs", "99 % µs");
        result.kinds().forEach((kind, timing) -> row(kind.title(), timing));
        row("all", result.all());
    }

    static String json(List<Result> results, double seconds) {
        var json = Api.object().put("jvm", jvm()).put("seed", Measurement.SEED).put("seconds", seconds);
        var simulators = json.putArray("simulators");
        for (var result : results) {
            var entry =
                    simulators.addObject().put("name", result.simulator()).put(result.recordsName(), result.records());
            put(entry.putObject("all"), result.all());
            result.kinds()
                    .forEach((kind, timing) -> put(entry.putObject(kind.name().toLowerCase(Locale.ROOT)), timing));
        }
        return Api.pretty(json);
    }

    private void row(String title, Timing timing) {
        out.printf(
                ROW,
                title,
                String.format(Locale.ROOT, "%,d", timing.requests()),
                whole(timing.perSecond()),
                whole(timing.perCpuSecond()),
                whole(timing.medianMicros()),
                whole(timing.p99Micros()));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static void put(ObjectNode node, Timing timing) {
        node.put("requests", timing.requests())
                .put("perSecond", Math.round(timing.perSecond()))
                .put("perCpuSecond", Math.round(timing.perCpuSecond()))
                .put("medianMicros", Math.round(timing.medianMicros()))
                .put("p99Micros", Math.round(timing.p99Micros()));
    }

    /// With the options that change how fast it is.
    private static String jvm() {
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .collect(Collectors.joining(" "));
        return "%s %s, %s %s, %d processors %s"
                .formatted(
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        options)
                .strip();
    }
}
