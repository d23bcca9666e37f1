package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs inside the host: finishes every message but those that say `refuse`; throws when one says `throw`.
/// `second try` is refused the first time only.
public final class ChoosyQueueHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    public ChoosyQueueHandler(Map<String, String> environment) {
        if (environment.isEmpty()) throw new IllegalArgumentException("no environment");
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (var message : event.getRecords()) {
            var received = Integer.parseInt(message.getAttributes().get("ApproximateReceiveCount"));
            if (message.getBody().equals("throw")) throw new IllegalStateException("told to");
            if (message.getBody().equals("refuse") || (message.getBody().equals("second try") && received == 1))
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
        }
        return new SQSBatchResponse(failures);
    }
}
