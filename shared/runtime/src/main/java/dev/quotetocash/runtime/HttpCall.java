package dev.quotetocash.runtime;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A request as its sender made it: `url` is the public address with its query as sent, and `body` the raw
/// bytes; both are what signatures are made of. Header names are lower case.
public record HttpCall(String method, String url, Map<String, String> headers, byte[] body) {

    public HttpCall {
        var lowered = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lowered);
    }

    /// From an HTTP API with payload format 2.0. The host is the one that the gateway answered for, which no
    /// caller can forge, as it could a Host header.
    public static HttpCall from(APIGatewayV2HTTPEvent event) {
        var context = event.getRequestContext();
        var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
        var scheme = headers.getOrDefault("x-forwarded-proto", "https");
        var query = Objects.requireNonNullElse(event.getRawQueryString(), "");
        return new HttpCall(
                context.getHttp().getMethod(),
                scheme + "://" + context.getDomainName() + event.getRawPath() + (query.isEmpty() ? "" : "?" + query),
                withCookies(headers, event),
                body(event));
    }

    /// The gateway takes the cookies out of the headers.
    private static Map<String, String> withCookies(Map<String, String> headers, APIGatewayV2HTTPEvent event) {
        var cookies = Objects.requireNonNullElse(event.getCookies(), List.<String>of());
        if (cookies.isEmpty()) return headers;
        var all = new LinkedHashMap<>(headers);
        all.put("cookie", String.join("; ", cookies));
        return all;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static byte[] body(APIGatewayV2HTTPEvent event) {
        var body = Objects.requireNonNullElse(event.getBody(), "");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /// Without query, headers and body: they hold codes, signatures and data.
    @Override
    public String toString() {
        return method + " " + url.replaceFirst("\\?.*", "") + " (" + body.length + " bytes)";
    }
}
