package dev.quotetocash.sandbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "activate",
        mixinStandardHelpOptions = true,
        description = "From now on, deals that are won are invoiced. May be repeated.")
final class ActivateCommand implements Callable<Integer> {

    @Mixin
    private StackOption stack = new StackOption();

    @Override
    public Integer call() throws Exception {
        return OperatorCalls.print(System.out, stack.call("activate")) ? 0 : 1;
    }
}
