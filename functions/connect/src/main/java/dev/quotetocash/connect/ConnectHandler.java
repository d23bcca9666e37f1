package dev.quotetocash.connect;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.quotetocash.runtime.ConnectEndpoint;
import dev.quotetocash.runtime.ConnectPages;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.wiring.Wiring;
import java.util.List;
import java.util.Map;

/// The pages on which a person connects the stack to HubSpot and Xero by OAuth 2.0.
public final class ConnectHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ConnectEndpoint endpoint;
    private final Deadline deadline;

    public ConnectHandler() {
        this(System.getenv());
    }

    public ConnectHandler(Map<String, String> environment) {
        this(Wiring.from(environment, "connect"));
    }

    private ConnectHandler(Wiring wiring) {
        endpoint = new ConnectEndpoint(wiring.connectFlow(), new ConnectPages(wiring.pair()), wiring.log());
        deadline = wiring.deadline();
        // A link that never was: one read, and a page.
        Priming.register(
                () -> endpoint.answer(
                        "GET /connect",
                        new HttpCall("GET", "https://priming.invalid/connect?code=priming", Map.of(), new byte[0])),
                () -> {});
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        deadline.of(context);
        var reply = endpoint.answer(event.getRouteKey(), HttpCall.from(event));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(reply.status())
                .withHeaders(reply.headers())
                .withCookies(reply.cookie().map(List::of).orElse(List.of()))
                .withBody(reply.body())
                .build();
    }
}
