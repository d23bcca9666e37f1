package dev.quotetocash.invoicesync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Map;

/// Brings deals and their invoices into agreement for a batch of notices; unfinished ones go back to SQS.
public final class InvoiceSyncHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final Map<String, String> environment;

    public InvoiceSyncHandler() {
        this(System.getenv());
    }

    public InvoiceSyncHandler(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return new SQSBatchResponse(List.of());
    }
}
