package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts simulated HubSpot and Xero and the bridge between them, set up and activated, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--api-port", defaultValue = "8080", description = "The bridge's own HTTP API (${DEFAULT-VALUE}).")
    private int apiPort;

    @Option(names = "--hubspot-port", defaultValue = "8081", description = "The simulated HubSpot (${DEFAULT-VALUE}).")
    private int hubspotPort;

    @Option(names = "--xero-port", defaultValue = "8082", description = "The simulated Xero (${DEFAULT-VALUE}).")
    private int xeroPort;

    @Option(names = "--json", description = "Writes addresses and tokens to this file once everything answers.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws Exception {
        var screen = System.out;
        screen.println("Starting (the functions' own log lines go to " + FunctionLog.FILE + ") ...");
        FunctionLog.divert();
        var options = Sandbox.Options.quick(Path.of("")).withPorts(apiPort, hubspotPort, xeroPort);
        try (var sandbox = Sandbox.start(options)) {
            for (var command : new String[] {"setup", "activate"}) {
                if (!OperatorCalls.print(
                        screen, OperatorCalls.local(sandbox.host().address(), command))) return 1;
            }
            screen.printf(
                    """

                    HubSpot  %s   Authorization: Bearer %s
                    Xero     %s   Authorization: Bearer %s
                             xero-tenant-id: %s
                    Bridge   %s

                    Open both addresses in a browser to play sales and finance.
                    Move a deal of pipeline default to stage closedwon, and its invoice appears in Xero. Ctrl-C ends it.
                    """,
                    sandbox.hubspotAddress(),
                    sandbox.hubspotSettings().uiToken(),
                    sandbox.xeroAddress(),
                    sandbox.xeroSettings().financeToken(),
                    sandbox.xeroSettings().tenantId(),
                    sandbox.host().address());
            if (json.isPresent()) write(sandbox, json.get());
            untilInterrupted(sandbox, screen);
            return 0;
        }
    }

    private static void write(Sandbox sandbox, Path file) throws java.io.IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("api", sandbox.host().address());
        facts.put("hubspot", sandbox.hubspotAddress());
        facts.put("xero", sandbox.xeroAddress());
        facts.put("hubspotToken", sandbox.hubspotSettings().uiToken());
        facts.put("xeroToken", sandbox.xeroSettings().financeToken());
        facts.put("xeroTenantId", sandbox.xeroSettings().tenantId());
        facts.put("pipeline", "default");
        facts.put("wonStage", "closedwon");
        // Moved into place at once: whoever waits for the file finds it complete.
        var whole = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        Files.write(whole, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(facts));
        Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /// Ctrl-C and a termination both run the shutdown hook, which stops everything before the process goes.
    private static void untilInterrupted(Sandbox sandbox, PrintStream screen) throws InterruptedException {
        var forever = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            screen.println("Stopping ...");
                            sandbox.close();
                        },
                        "stop"));
        forever.await();
    }
}
