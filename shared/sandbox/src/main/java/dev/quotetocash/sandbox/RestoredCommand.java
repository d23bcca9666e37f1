package dev.quotetocash.sandbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "restored",
        mixinStandardHelpOptions = true,
        description = "Tables were restored to an earlier point: look in Xero before invoicing what was won before.")
final class RestoredCommand implements Callable<Integer> {

    @Mixin
    private StackOption stack = new StackOption();

    @Override
    public Integer call() throws Exception {
        return OperatorCalls.print(System.out, stack.call("restored")) ? 0 : 1;
    }
}
