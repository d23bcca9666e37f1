package dev.quotetocash.sandbox.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulators",
        mixinStandardHelpOptions = true,
        description =
                "Measures how many requests a second each simulator answers on one thread, full of records: the path of"
                        + " a request over HTTP without the socket.")
final class SimulatorsCommand implements Callable<Integer> {

    private static final int RECORDS_MIN = 100;

    @Option(
            names = "--records",
            defaultValue = "10000",
            description = "Deals in HubSpot, invoices in Xero (${DEFAULT-VALUE}, 100 or more).")
    private int records;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long each simulator is measured, after as long a warm-up (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Writes the figures to this file too.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws Exception {
        if (records < RECORDS_MIN || seconds <= 0) {
            System.err.println("--records must be 100 or more, and --seconds more than 0.");
            return 2;
        }
        var report = new Report(System.out);
        report.machine();
        var results = run(System.out, report);
        if (json.isPresent()) Files.writeString(json.get(), Report.json(results, seconds));
        return 0;
    }

    private List<Result> run(PrintStream screen, Report report) {
        var length = Duration.ofNanos((long) (seconds * 1e9));
        var results = new ArrayList<Result>();
        for (var subject : List.of(HubSpotSubject.empty(), XeroSubject.empty())) {
            screen.println();
            screen.println(subject.name() + ": loading " + records + " " + subject.recordsName() + " ...");
            subject.load(records);
            screen.println(subject.name() + ": warming up, then measuring, " + seconds + " s each ...");
            var measurement = new Measurement(subject);
            measurement.run(length);
            var result = measurement.run(length);
            report.show(result);
            results.add(result);
        }
        return results;
    }
}
