package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A fixed set of seeds, so that it never fails by luck. Fresh ones are for `./bridge prove`.
class ProofTest {

    /// Behind the first few, those that once broke the bridge or the ground: in 181 a restored table had forgotten
    /// that a part of a merged deal was billed; in 94 an invoice found after a restore was of lines that had
    /// changed since; in 477 an approval waited while a rep changed the amount; in 484 a function whose clock was
    /// wrong kept a limit for all; in 5036 an outage, a kill and a freeze took five attempts to create one
    /// customer.
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L, 94L, 181L, 477L, 484L, 5036L);

    @Test
    void holdsForAFixedSetOfSeeds() {
        for (var seed : SEEDS) {
            var verdict = Proof.of(ProofOptions.of(seed));

            assertThat(verdict.violations())
                    .as("seed " + seed + ": ./bridge prove --seeds 1 --from " + seed)
                    .isEmpty();
            assertThat(verdict.edits()).isGreaterThanOrEqualTo(300);
            assertThat(verdict.faults()).isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void goesTheSameWayUpToWhereItIsCutOff() {
        var whole = Proof.traced(new ProofOptions(7, 2, 40, Integer.MAX_VALUE)).trace();
        var cutOff = Proof.traced(new ProofOptions(7, 2, 40, 30)).trace();

        var cut = indexOf(cutOff, "[30]");
        assertThat(cut).isPositive();
        assertThat(cutOff.subList(0, cut)).isEqualTo(whole.subList(0, cut));
    }

    @Test
    void replaysByteForByteInAnotherProcess() throws IOException, InterruptedException {
        var one = anotherProcess();
        var other = anotherProcess();

        assertThat(one).contains("fingerprint ");
        assertThat(one).isEqualTo(other);
    }

    /// What a process of its own says about one short seed: the line with the fingerprint.
    private static String anotherProcess() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.quotetocash.sandbox.Bridge",
                        "prove",
                        "--seeds",
                        "1",
                        "--from",
                        "11",
                        "--days",
                        "3")
                .redirectErrorStream(true)
                .start();
        var output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        process.waitFor();
        return output.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("fingerprint "))
                .collect(Collectors.joining());
    }

    private static int indexOf(List<String> lines, String part) {
        for (var at = 0; at < lines.size(); at++) if (lines.get(at).contains(part)) return at;
        return -1;
    }
}
