package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which stack a command speaks to.
final class StackOption {

    @Option(names = "--stack", description = "A deployed stack. Without it: the sandbox that ./bridge up has started.")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--api-port", defaultValue = "8080", description = "The sandbox's API port (${DEFAULT-VALUE}).")
    private int apiPort;

    JsonNode call(String command) throws IOException, InterruptedException {
        return stack.isPresent()
                ? OperatorCalls.deployed(stack.get(), command)
                : OperatorCalls.local("http://127.0.0.1:" + apiPort, command);
    }
}
