package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Broken;
import dev.quotetocash.engine.Http.HttpReply.NotSent;
import dev.quotetocash.engine.Http.HttpReply.Withheld;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// `POST /connect/token` of Xero's identity server: a form, and the app's id and secret as Basic credentials
/// (docs/reference/xero-api.md, 4.1). Its answers name no time: it is 1970.
final class TokenEndpoint {

    private final Http http;
    private final URI address;
    private final Supplier<Credentials> secret;

    TokenEndpoint(Http http, URI identity, Supplier<Credentials> secret) {
        this.http = http;
        this.address = URI.create(identity.toString().replaceAll("/+$", "") + "/connect/token");
        this.secret = secret;
    }

    <T> Reply<T> ask(Map<String, String> form, Function<JsonNode, T> reading) {
        return switch (http.send(request(form))) {
            case Answered reply when reply.status() == 200 -> read(reply, reading);
            case Answered reply -> new Reply.Failed<>(failure(reply));
            case Broken _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(true));
            case NotSent _, Withheld _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(false));
        };
    }

    private static <T> Reply<T> read(Answered reply, Function<JsonNode, T> reading) {
        try {
            return new Reply.Ok<>(reading.apply(Json.parse(reply.body())), Instant.EPOCH);
        } catch (UnreadableReply unreadable) {
            return new Reply.Failed<>(new RemoteFailure.Unavailable(true));
        }
    }

    /// 400 is the answer to an unknown client, a wrong secret, a scope outside the app's set and a dead refresh
    /// token: each of them needs a person.
    private static RemoteFailure failure(Answered reply) {
        return switch (reply.status()) {
            case 400, 401, 403 -> new RemoteFailure.Unauthorized();
            case 429 -> new RemoteFailure.RateLimited(XeroFailure.retryAfter(reply));
            default -> new RemoteFailure.Unavailable(true);
        };
    }

    private Http.Request request(Map<String, String> form) {
        var credentials = secret.get();
        var basic = credentials.clientId() + ":" + credentials.clientSecret();
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return new Http.Request("POST", address, headers, Http.form(form), Lane.INVOICE);
    }
}
