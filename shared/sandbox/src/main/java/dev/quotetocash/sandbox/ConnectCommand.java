package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Prints a one-time link under which a person connects HubSpot and Xero.")
final class ConnectCommand implements Callable<Integer> {

    @Mixin
    private StackOption stack = new StackOption();

    @Option(names = "--open", description = "Opens the link in the browser of this machine as well.")
    private boolean open;

    @Override
    public Integer call() throws Exception {
        var answer = stack.call("connect");
        if (!OperatorCalls.print(System.out, answer)) return 1;
        if (open) browse(link(answer).orElseThrow(() -> new IOException("The operator function gave no link.")));
        return 0;
    }

    private static Optional<URI> link(JsonNode answer) {
        return answer.path("lines")
                .valueStream()
                .map(JsonNode::asText)
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .map(URI::create);
    }

    private static void browse(URI link) throws IOException {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            throw new IOException("No browser can be opened from here; open the link yourself.");
        }
        Desktop.getDesktop().browse(link);
    }
}
