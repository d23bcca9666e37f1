package dev.quotetocash.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.people.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

    private static final int RECORDS = 200;

    /// A request that is not answered with a success ends the command with an exception.
    @Test
    void printsAndWritesTheFiguresOfBothSimulators(@TempDir Path folder) throws IOException {
        var file = folder.resolve("figures.json");

        var printed = run("simulators", "--records", "" + RECORDS, "--seconds", "0.2", "--json", file.toString());

        assertThat(printed).contains("HubSpot, 200 deals", "Xero, ", "invoices", "read 100", "search", "write 1");
        var simulators = Api.parse(Files.readString(file)).path("simulators");
        assertThat(simulators).hasSize(2);
        for (var simulator : simulators)
            assertThat(simulator.at("/all/requests").asInt())
                    .isPositive()
                    .isEqualTo(simulator.at("/read/requests").asInt()
                            + simulator.at("/search/requests").asInt()
                            + simulator.at("/write/requests").asInt());
    }

    @Test
    void refusesTooFewRecordsForAFullRead() {
        assertThat(new CommandLine(new BenchCommand()).execute("simulators", "--records", "99"))
                .isEqualTo(2);
    }

    @Test
    void readsAHundredRecordsAndFindsOneOrMoreByEverySearch() {
        for (var subject : new Subject[] {HubSpotSubject.empty(), XeroSubject.empty()}) {
            subject.load(RECORDS);
            var random = new SplittableRandom(1);
            for (var round = 0; round < 20; round++) {
                assertThat(found(subject, subject.request(Kind.READ, random))).isEqualTo(100);
                assertThat(found(subject, subject.request(Kind.SEARCH, random))).isPositive();
            }
        }
    }

    private static int found(Subject subject, dev.quotetocash.sandbox.sim.SimRequest request) {
        var body = Api.parse(subject.handle(request).text());
        return body.has("results")
                ? body.path("results").size()
                : body.path("Invoices").size();
    }

    private static String run(String... arguments) {
        var screen = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new BenchCommand()).execute(arguments)).isZero();
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
