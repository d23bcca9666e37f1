package dev.quotetocash.webhookreceiver;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.MalformedQueue;
import dev.quotetocash.aws.Secrets;
import dev.quotetocash.aws.SqsNotices;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.HubSpotSignature;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.runtime.NoticeJson;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.runtime.WebhookReceiver;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import java.time.InstantSource;
import java.util.Map;

/// Takes the webhooks of HubSpot and Xero: verifies, enqueues, answers. It wires itself, without the vendors'
/// clients and the tables, because it has five seconds to answer from a cold start.
public final class WebhookReceiverHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final WebhookReceiver receiver;

    public WebhookReceiverHandler() {
        this(System.getenv());
    }

    public WebhookReceiverHandler(Map<String, String> variables) {
        var environment = Environment.of(variables);
        var aws = AwsClients.from(variables);
        var clock = InstantSource.system();
        var hubspot = new Secrets(aws.secretsManager(), environment.required("SECRET_HUBSPOT"), clock);
        var xero = new Secrets(aws.secretsManager(), environment.required("SECRET_XERO"), clock);
        var malformed = new MalformedQueue(aws.sqs(), environment.required("QUEUE_MALFORMED_URL"));
        var queues = Map.of(
                Notice.Queue.INVOICES, environment.required("QUEUE_INVOICES_URL"),
                Notice.Queue.PAYMENTS, environment.required("QUEUE_PAYMENTS_URL"));
        receiver = new WebhookReceiver(
                new Pair(
                        new PortalId(environment.required("HUBSPOT_PORTAL_ID")),
                        new TenantId(environment.required("XERO_TENANT_ID"))),
                HubSpotSignature.V3,
                () -> hubspot.get("clientSecret"),
                () -> xero.get("webhookKey"),
                new SqsNotices(aws.sqs(), queues, NoticeJson::format),
                malformed::keep,
                clock,
                Metrics.toStandardOutput(),
                JsonLog.of("webhook-receiver"));
        // An unsigned call goes through parsing and hashing without touching anything outside.
        Priming.register(
                () -> receiver.xero(
                        new HttpCall("POST", "https://priming.invalid/xero/webhooks", Map.of(), new byte[0])),
                () -> {});
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var status = switch (event.getRouteKey()) {
            case "POST /hubspot/webhooks" -> receiver.hubspot(HttpCall.from(event));
            case "POST /xero/webhooks" -> receiver.xero(HttpCall.from(event));
            default -> 404;
        };
        return APIGatewayV2HTTPResponse.builder().withStatusCode(status).build();
    }
}
