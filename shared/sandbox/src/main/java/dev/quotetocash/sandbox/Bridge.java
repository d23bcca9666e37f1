package dev.quotetocash.sandbox;

import dev.quotetocash.sandbox.bench.BenchCommand;
import dev.quotetocash.sandbox.prove.ProveCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `bridge` command.
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        description = "Keeps HubSpot and Xero in agreement, from the quote to the cash.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            SetupCommand.class,
            ActivateCommand.class,
            ConnectCommand.class,
            StatusCommand.class,
            RestoredCommand.class,
            BenchCommand.class,
            ProveCommand.class
        })
public final class Bridge {

    private Bridge() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bridge())
                .setExecutionExceptionHandler((e, line, _) -> {
                    line.getErr().println(e.getMessage());
                    return 1;
                })
                .execute(arguments));
    }
}
