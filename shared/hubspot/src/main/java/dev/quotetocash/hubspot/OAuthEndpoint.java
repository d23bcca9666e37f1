package dev.quotetocash.hubspot;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// HubSpot's addresses below `/oauth/<version>/token`: a form with the app's id and secret in it
/// (docs/reference/hubspot-api.md, 13.1). Their answers name no time: it is 1970.
final class OAuthEndpoint {

    private final Http http;
    private final URI address;
    private final Supplier<Credentials> secret;

    /// `path` is what follows `token`: empty, or `/introspect`.
    OAuthEndpoint(Http http, URI api, String version, String path, Supplier<Credentials> secret) {
        this.http = http;
        this.address = URI.create(api.toString().replaceAll("/+$", "") + "/oauth/" + version + "/token" + path);
        this.secret = secret;
    }

    <T> Reply<T> ask(Map<String, String> fields, Function<JsonNode, T> reading) {
        var credentials = secret.get();
        var form = new LinkedHashMap<>(fields);
        form.put("client_id", credentials.clientId());
        form.put("client_secret", credentials.clientSecret());
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

    /// 400 is the answer to an unknown client and to a dead code or refresh token: each of them needs a person.
    private static RemoteFailure failure(Answered reply) {
        return switch (reply.status()) {
            case 400, 401, 403 -> new RemoteFailure.Unauthorized();
            case 429 -> HubSpotFailure.of(reply);
            default -> new RemoteFailure.Unavailable(true);
        };
    }

    private Http.Request request(Map<String, String> form) {
        var headers = Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
        return new Http.Request("POST", address, headers, Http.form(form), Lane.INVOICE);
    }
}
