package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The context of one invocation. The remaining time counts down from the function's Timeout; a function that
/// overruns it is not stopped.
final class HostContext implements Context {

    private static final int MEMORY_MB = 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final FunctionDeclaration function;
    private final String requestId = UUID.randomUUID().toString();
    private final long startedNanos = System.nanoTime();

    HostContext(FunctionDeclaration function) {
        this.function = function;
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.logicalId();
    }

    @Override
    public String getLogStreamName() {
        return "sandbox";
    }

    @Override
    public String getFunctionName() {
        return function.logicalId();
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:" + function.logicalId() + ":live";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        var spent = (System.nanoTime() - startedNanos) / NANOS_PER_MILLI;
        return (int) Math.max(0, function.timeout().toMillis() - spent);
    }

    @Override
    public int getMemoryLimitInMB() {
        return MEMORY_MB;
    }

    @Override
    public LambdaLogger getLogger() {
        return LambdaRuntime.getLogger();
    }
}
