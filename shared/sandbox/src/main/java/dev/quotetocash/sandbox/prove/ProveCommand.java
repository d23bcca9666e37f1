package dev.quotetocash.sandbox.prove;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "prove", description = "Breaks the bridge before the world does.")
public final class ProveCommand implements Callable<Integer> {

    @Option(names = "--seeds", defaultValue = "10")
    private int seeds;

    @Option(names = "--from", defaultValue = "1")
    private long from;

    @Option(names = "--trace")
    private boolean trace;

    @Override
    public Integer call() throws Exception {
        Thread.ofVirtual().start(this::prove).join();
        return 0;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void prove() {
        for (var seed = from; seed < from + seeds; seed++) {
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
