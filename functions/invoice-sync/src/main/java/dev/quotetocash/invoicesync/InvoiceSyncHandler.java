package dev.quotetocash.invoicesync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.quotetocash.engine.InvoiceEngine;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.NoticeBatch;
import dev.quotetocash.wiring.Wiring;
import java.util.Map;

/// Turns won deals into invoices for a batch of notices; unfinished ones go back to SQS.
public final class InvoiceSyncHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final InvoiceEngine invoices;
    private final JsonLog log;
    private final Deadline deadline;

    public InvoiceSyncHandler() {
        this(System.getenv());
    }

    public InvoiceSyncHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "invoice-sync"));
    }

    private InvoiceSyncHandler(Wiring wiring) {
        var ports = wiring.ports();
        this.invoices = new InvoiceEngine(ports, wiring.engineSettings(), wiring.invoiceSettings());
        this.log = wiring.log();
        this.deadline = wiring.deadline();
        wiring.primeLinks(ports.links());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        deadline.of(context);
        var invocation = invoices.begin();
        return NoticeBatch.of(event, log).complete(invocation::sync, invocation::end);
    }
}
