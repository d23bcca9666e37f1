package dev.quotetocash.sandbox.bench;

import picocli.CommandLine.Command;

/// What can be measured.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures parts of the sandbox.",
        subcommands = SimulatorsCommand.class)
public final class BenchCommand {}
