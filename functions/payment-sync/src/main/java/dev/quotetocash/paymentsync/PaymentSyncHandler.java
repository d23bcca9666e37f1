package dev.quotetocash.paymentsync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.quotetocash.engine.PaymentEngine;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.NoticeBatch;
import dev.quotetocash.wiring.Wiring;
import java.util.Map;

/// Brings status and payments of invoices back to deals for a batch of notices; unfinished ones go back to SQS.
public final class PaymentSyncHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final PaymentEngine payments;
    private final JsonLog log;
    private final Deadline deadline;

    public PaymentSyncHandler() {
        this(System.getenv());
    }

    public PaymentSyncHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "payment-sync"));
    }

    private PaymentSyncHandler(Wiring wiring) {
        var ports = wiring.ports();
        this.payments = new PaymentEngine(ports, wiring.engineSettings());
        this.log = wiring.log();
        this.deadline = wiring.deadline();
        wiring.primeLinks(ports.links());
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        deadline.of(context);
        return NoticeBatch.of(event, log).complete(payments::sync);
    }
}
