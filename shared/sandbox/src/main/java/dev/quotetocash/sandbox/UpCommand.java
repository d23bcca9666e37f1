package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.xero.Region;
import dev.quotetocash.sandbox.xero.XeroSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts simulated HubSpot and Xero and the bridge between them, set up and activated, until Ctrl-C."
                        + " With --only, just one of the simulators.")
final class UpCommand implements Callable<Integer> {

    private static final int API_PORT = 8080;
    private static final int HUBSPOT_PORT = 8081;
    private static final int XERO_PORT = 8082;

    /// By a static token and a custom connection, or by consent.
    enum How {
        secrets,
        oauth
    }

    private static final String TO_PLAY = """
            Open both addresses in a browser to play sales and finance.
            Move a deal of pipeline default to stage closedwon, and its invoice appears in Xero. Ctrl-C ends it.""";

    private static final String TO_CONNECT = """
            Nothing is connected yet. Open the link above and connect both, then run ./bridge setup and ./bridge activate.
            ./bridge connect prints another link. Ctrl-C ends it.""";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--api-port", description = "The bridge's own HTTP API (" + API_PORT + ").")
    private Optional<Integer> apiPort = Optional.empty();

    @Option(names = "--hubspot-port", description = "The simulated HubSpot (" + HUBSPOT_PORT + ").")
    private Optional<Integer> hubspotPort = Optional.empty();

    @Option(names = "--xero-port", description = "The simulated Xero (" + XERO_PORT + ").")
    private Optional<Integer> xeroPort = Optional.empty();

    @Option(names = "--only", description = "Starts just this simulator, at once: ${COMPLETION-CANDIDATES}.")
    private Optional<OneVendor.Vendor> only = Optional.empty();

    @Option(names = "--webhook-url", description = "With --only: where it sends its webhooks. Without it, nowhere.")
    private Optional<String> webhookUrl = Optional.empty();

    @Option(
            names = "--region",
            description = "With --only xero: where the organisation is at home: ${COMPLETION-CANDIDATES}.")
    private Optional<Region> region = Optional.empty();

    @Option(
            names = "--switch",
            paramLabel = "NAME=VALUE",
            description = "Takes another side on a fact that nobody has confirmed, such as xero.keysPerToken=true or"
                    + " hubspot.MERGE_GIVES_NEW_ID=false; docs/sandbox.md lists them. May be repeated.")
    private Map<String, String> switches = new LinkedHashMap<>();

    @Option(names = "--seed", description = "Of the simulators' ids and chances (" + Sandbox.SEED + ").")
    private long seed = Sandbox.SEED;

    @Option(
            names = "--connect",
            paramLabel = "HOW",
            description =
                    "How the bridge is let in: ${COMPLETION-CANDIDATES}. With oauth nothing is connected, set up or"
                            + " activated yet, and a link to connect is printed.")
    private Optional<How> connect = Optional.empty();

    @Option(names = "--json", description = "Writes addresses and tokens to this file once everything answers.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws Exception {
        refuse(only.isEmpty() && webhookUrl.isPresent(), "--webhook-url needs --only: the bridge takes the webhooks");
        refuse(only.isPresent() && apiPort.isPresent(), "--api-port makes no sense with --only: there is no bridge");
        refuse(only.isPresent() && connect.isPresent(), "--connect makes no sense with --only: there is no bridge");
        refuse(
                only.equals(Optional.of(OneVendor.Vendor.xero)) && hubspotPort.isPresent(),
                "--hubspot-port makes no sense with --only xero");
        refuse(
                only.equals(Optional.of(OneVendor.Vendor.hubspot)) && xeroPort.isPresent(),
                "--xero-port makes no sense with --only hubspot");
        refuse(
                region.isPresent() && !only.equals(Optional.of(OneVendor.Vendor.xero)),
                "--region needs --only xero: the bridge's own settings are for a British organisation");
        try {
            var settled = new SwitchOptions(switches);
            refuse(
                    only.isPresent() && !settled.concerns(only.get()),
                    "a --switch of the simulator that --only leaves out");
            settled.settle(XeroSettings.sandbox());
            settled.settle(HubSpotSettings.sandbox());
            return only.isPresent() ? one(only.get(), settled) : everything(settled);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private int one(OneVendor.Vendor vendor, SwitchOptions settled) throws Exception {
        var port = vendor == OneVendor.Vendor.hubspot ? hubspotPort.orElse(HUBSPOT_PORT) : xeroPort.orElse(XERO_PORT);
        var options = new OneVendor.Options(
                vendor, Path.of(""), port, seed, webhookUrl.orElse(""), region.orElse(Region.UK), settled);
        try (var one = OneVendor.start(options)) {
            System.out.println(one.guide());
            if (json.isPresent()) write(one.facts(), json.get());
            untilInterrupted(one, System.out);
            return 0;
        }
    }

    private int everything(SwitchOptions settled) throws Exception {
        var screen = System.out;
        screen.println("Starting (the functions' own log lines go to " + FunctionLog.FILE + ") ...");
        FunctionLog.divert();
        var options = Sandbox.Options.quick(Path.of(""))
                .withPorts(apiPort.orElse(API_PORT), hubspotPort.orElse(HUBSPOT_PORT), xeroPort.orElse(XERO_PORT))
                .withSeed(seed)
                .withSwitches(settled);
        var byConsent = connect.equals(Optional.of(How.oauth));
        try (var sandbox = Sandbox.start(byConsent ? options.withConsent() : options)) {
            for (var command : byConsent ? List.of("connect") : List.of("setup", "activate")) {
                if (!OperatorCalls.print(
                        screen, OperatorCalls.local(sandbox.host().address(), command))) return 1;
            }
            screen.printf(
                    """

                    HubSpot  %s   Authorization: Bearer %s
                    Xero     %s   Authorization: Bearer %s
                             xero-tenant-id: %s
                    Bridge   %s

                    %s
                    """,
                    sandbox.hubspotAddress(),
                    sandbox.hubspotSettings().uiToken(),
                    sandbox.xeroAddress(),
                    sandbox.xeroSettings().financeToken(),
                    sandbox.xeroSettings().tenantId(),
                    sandbox.host().address(),
                    byConsent ? TO_CONNECT : TO_PLAY);
            if (json.isPresent()) write(sandbox.facts(), json.get());
            untilInterrupted(sandbox, screen);
            return 0;
        }
    }

    private void refuse(boolean wrong, String message) {
        if (wrong) throw new ParameterException(spec.commandLine(), message);
    }

    private static void write(Map<String, String> facts, Path file) throws IOException {
        // Moved into place at once: whoever waits for the file finds it complete.
        var whole = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        Files.write(whole, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(facts));
        Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /// Ctrl-C and a termination both run the shutdown hook, which stops everything before the process goes.
    private static void untilInterrupted(AutoCloseable running, PrintStream screen) throws InterruptedException {
        var forever = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, screen), "stop"));
        forever.await();
    }

    private static void stop(AutoCloseable running, PrintStream screen) {
        screen.println("Stopping ...");
        try {
            running.close();
        } catch (Exception e) {
            screen.println("It did not stop cleanly: " + e.getMessage());
        }
    }
}
