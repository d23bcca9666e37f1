package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/// Runs inside the host: tells what arrived, in headers and body of a 202.
public final class EchoHttpHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Map<String, String> environment;

    public EchoHttpHandler(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if ("boom".equals(event.getBody())) throw new IllegalStateException("boom");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(202)
                .withHeaders(Map.of(
                        "x-address",
                        event.getHeaders().get("x-forwarded-proto") + "://"
                                + event.getRequestContext().getDomainName()
                                + event.getRawPath() + "?" + event.getRawQueryString(),
                        "x-route",
                        event.getRouteKey(),
                        "x-method",
                        event.getRequestContext().getHttp().getMethod(),
                        "x-signature",
                        String.valueOf(event.getHeaders().get("x-signature")),
                        "x-base64",
                        Boolean.toString(event.getIsBase64Encoded()),
                        "x-greeting",
                        String.valueOf(environment.get("GREETING")),
                        "x-time-left",
                        Boolean.toString(context.getRemainingTimeInMillis() > 5_000),
                        "x-loader",
                        String.valueOf(
                                APIGatewayV2HTTPEvent.class.getClassLoader().getName())))
                .withBody(event.getBody())
                .build();
    }
}
