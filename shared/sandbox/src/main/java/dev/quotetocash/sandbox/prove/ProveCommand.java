package dev.quotetocash.sandbox.prove;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "prove", description = "Breaks the bridge before the world does.")
public final class ProveCommand implements Callable<Integer> {

    @Option(names = "--seeds", description = "How many: 10, and with --broken at most 200 for each variant.")
    private Optional<Integer> seeds = Optional.empty();

    @Option(names = "--from", defaultValue = "1")
    private long from;

    @Option(names = "--trace")
    private boolean trace;

    @Option(
            names = "--broken",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "<part of a name>",
            description = "Runs broken variants of the bridge, all or some, and tells whether each is caught.")
    private Optional<String> broken = Optional.empty();

    @Override
    public Integer call() throws Exception {
        if (broken.isPresent()) return bite(broken.get());
        Thread.ofVirtual().start(this::prove).join();
        return 0;
    }

    private int bite(String part) throws InterruptedException, ExecutionException {
        var work = new FutureTask<>(
                new BrokenCommand(from, seeds.orElse(200), BrokenCommand.named(part), System.out));
        Thread.ofVirtual().start(work);
        return work.get();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void prove() {
        for (var seed = from; seed < from + seeds.orElse(10); seed++) {
            var begun = cpu();
            var verdict = trace ? Proof.traced(ProofOptions.of(seed)) : Proof.of(ProofOptions.of(seed));
            var ms = (cpu() - begun) / 1_000_000;
            System.out.println(seed + " " + verdict.fingerprint() + " events " + verdict.events() + " edits "
                    + verdict.edits() + " faults " + verdict.faults() + " " + ms + " ms, "
                    + verdict.simulated());
            verdict.violations().forEach(System.out::println);
            verdict.trace().forEach(System.out::println);
        }
    }
}
