package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how a stack is: connections, quota, sweeps, open work, queues. Calls no vendor.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private StackOption stack = new StackOption();

    @Option(names = "--json", description = "The same, and every parked record, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var answer = stack.call("status");
        if (!json || !answer.has("status")) return OperatorCalls.print(System.out, answer) ? 0 : 1;
        System.out.println(
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer.get("status")));
        return 0;
    }
}
