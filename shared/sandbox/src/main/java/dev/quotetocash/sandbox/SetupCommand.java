package dev.quotetocash.sandbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = "Creates the property group and the deal properties in HubSpot. May be repeated.")
final class SetupCommand implements Callable<Integer> {

    @Mixin
    private StackOption stack = new StackOption();

    @Override
    public Integer call() throws Exception {
        return OperatorCalls.print(System.out, stack.call("setup")) ? 0 : 1;
    }
}
