package dev.quotetocash.sandbox.prove;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs seeds through the proving ground, and says what they have shown.
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Breaks the bridge before the world does: people, faults and time, decided by seeds.")
public final class ProveCommand implements Callable<Integer> {

    /// From so many seeds on, a cell that nothing has reached is a failure too.
    private static final int FULL_COVERAGE = 200;

    private static final int TOLD_MAX = 20;
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "how many (default: 20; with --broken at most so many for each variant, 200)")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--from", paramLabel = "S", description = "the first one (default: the time)")
    private Optional<Long> from = Optional.empty();

    @Option(names = "--days", paramLabel = "D", description = "simulated days of each, at least (default: 21)")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--events", paramLabel = "K", description = "nothing happens behind the first K events of a seed")
    private Optional<Integer> events = Optional.empty();

    @Option(names = "--trace", description = "print all that happens")
    private boolean trace;

    @Option(
            names = "--broken",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "part of a name",
            description = "try whether broken variants of the bridge are caught: all, or some by name")
    private Optional<String> broken = Optional.empty();

    @Option(
            names = "--limits",
            description = "one day at 1,000 calls of Xero, with 300 won deals and more work than the day can hold")
    private boolean limits;

    private final PrintStream screen = System.out;
    private int seeds;
    private int done;
    private long eventsSeen;
    private long faultsSeen;
    private Duration simulated = Duration.ZERO;
    private final Coverage coverage = new Coverage();
    private final StringBuilder fingerprints = new StringBuilder();

    @Override
    public Integer call() {
        if (limits) return limitsDay();
        if (broken.isPresent()) return BrokenCommand.run(from, count, broken.get(), screen);
        seeds = count.orElse(20);
        var first = from.orElseGet(System::currentTimeMillis);
        screen.println("seeds " + first + " to " + (first + seeds - 1) + ", each at least "
                + options(first).days() + " days, " + options(first).edits() + " edits");
        var begun = System.nanoTime();
        return prove(first, begun);
    }

    private int limitsDay() {
        var day = LimitsDay.run();
        day.lines().forEach(screen::println);
        screen.println(day.holds() ? "as promised" : "NOT as promised");
        return day.holds() ? 0 : 1;
    }

    private int prove(long first, long begun) {
        var failed = new ArrayList<Verdict>();
        var told = begun;
        for (var seed = first; seed < first + seeds; seed++) {
            var verdict = trace ? Proof.traced(options(seed)) : Proof.of(options(seed));
            verdict.trace().forEach(screen::println);
            count(verdict);
            if (!verdict.holds()) {
                failed.add(verdict);
                explain(verdict);
            }
            if (System.nanoTime() - told > PROGRESS.toNanos()) {
                told = System.nanoTime();
                screen.println("  " + done + " of " + seeds + " seeds, " + perSecond(begun)
                        + " simulated days a second, " + failed.size() + " failed");
            }
        }
        return conclude(failed, begun);
    }

    private ProofOptions options(long seed) {
        var usual = ProofOptions.of(seed);
        return new ProofOptions(seed, days.orElse(usual.days()), usual.edits(), events.orElse(usual.eventsMost()));
    }

    private void count(Verdict verdict) {
        done++;
        fingerprints.append(verdict.fingerprint());
        eventsSeen += verdict.events();
        faultsSeen += verdict.faults();
        simulated = simulated.plus(verdict.simulated());
        coverage.add(verdict.coverage());
    }

    private void explain(Verdict failed) {
        screen.println("\nseed " + failed.options().seed() + " fails, trace " + failed.fingerprint());
        failed.violations().forEach(violation -> screen.println("  " + violation.rule() + ": " + violation.what()));
        if (trace) return;
        screen.println("looking for the fewest events that it takes ...");
        var shortest = Shrinking.shortest(failed);
        screen.println("  " + shortest.events() + " of " + failed.events() + " events; the story of "
                + shortest.violations().getFirst().records() + ":");
        Shrinking.story(shortest).forEach(line -> screen.println("    " + line));
        screen.println("again: ./bridge prove --seeds 1 --from "
                + failed.options().seed() + " --events " + shortest.events() + " --trace\n");
    }

    private int conclude(List<Verdict> failed, long begun) {
        screen.println();
        screen.println(coverage.table());
        var unreached = coverage.empty();
        if (unreached.size() > TOLD_MAX)
            screen.println(unreached.size() + " cells and rows not reached: too few seeds\n");
        else if (!unreached.isEmpty()) screen.println("not reached: " + String.join(", ", unreached) + "\n");
        var violations =
                failed.stream().mapToInt(verdict -> verdict.violations().size()).sum();
        screen.println(String.format(
                "proved: %d seeds, %,d events, %,d faults, %,d simulated days, %d violations",
                seeds, eventsSeen, faultsSeen, simulated.toDays(), violations));
        screen.println(perSecond(begun) + " simulated days a second");
        screen.println(
                "fingerprint " + Integer.toHexString(fingerprints.toString().hashCode()));
        var holes = seeds >= FULL_COVERAGE && !unreached.isEmpty();
        return failed.isEmpty() && !holes ? 0 : 1;
    }

    private String perSecond(long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        return String.format("%.1f", simulated.toHours() / 24.0 / seconds);
    }
}
