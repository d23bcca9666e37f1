package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.demo.Demo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Tells the story of two deals, from won to paid, and checks every figure in both systems.")
final class DemoCommand implements Callable<Integer> {

    /// What can be taken away to show what it is for.
    enum Safeguard {
        lookup
    }

    @Option(
            names = "--without",
            description =
                    "Takes a safeguard away, to show what it is for: ${COMPLETION-CANDIDATES}. The demo then fails.")
    private Optional<Safeguard> without = Optional.empty();

    @Option(names = "--json", description = "Writes the facts of the story to this file.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws Exception {
        var screen = System.out;
        screen.println("Starting (the functions' own log lines go to " + FunctionLog.FILE + ") ...");
        FunctionLog.divert();
        try (var sandbox = Sandbox.start(Sandbox.Options.quick(Path.of("")))) {
            return new Demo(sandbox, without.isPresent(), screen).run(json) ? 0 : 1;
        }
    }
}
