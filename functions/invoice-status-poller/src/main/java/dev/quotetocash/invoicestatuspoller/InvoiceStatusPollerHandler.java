package dev.quotetocash.invoicestatuspoller;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/// Asks Xero for invoices changed since the high-water mark and enqueues a notice for each.
public final class InvoiceStatusPollerHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Map<String, String> environment;

    public InvoiceStatusPollerHandler() {
        this(System.getenv());
    }

    public InvoiceStatusPollerHandler(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> input, Context context) {
        return Map.of();
    }
}
