package dev.quotetocash.hubspot;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Broken;
import dev.quotetocash.engine.Http.HttpReply.NotSent;
import dev.quotetocash.engine.Http.HttpReply.Withheld;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// HubSpot's token endpoint for an app that people consent to: docs/reference/hubspot-api.md, 13.1. Whether
/// refresh tokens change is not documented, so whatever comes back is kept.
public final class HubSpotGrant implements TokenGrant {

    private final Http http;
    private final URI address;
    private final Supplier<Credentials> secret;
    private final InstantSource clock;

    /// `api` is HubSpot's host: `https://api.hubapi.com`.
    public HubSpotGrant(Http http, URI api, String version, Supplier<Credentials> secret, InstantSource clock) {
        this.http = http;
        this.address = URI.create(api.toString().replaceAll("/+$", "") + "/oauth/" + version + "/token");
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Reply<Granted> exchange(String code, URI redirect) {
        var form = form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        return ask(form);
    }

    @Override
    public Reply<Granted> refresh(String refreshToken) {
        var form = form("refresh_token");
        form.put("refresh_token", refreshToken);
        return ask(form);
    }

    private Map<String, String> form(String grantType) {
        var credentials = secret.get();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", grantType);
        form.put("client_id", credentials.clientId());
        form.put("client_secret", credentials.clientSecret());
        return form;
    }

    private Reply<Granted> ask(Map<String, String> form) {
        return switch (http.send(request(form))) {
            case Answered reply when reply.status() == 200 -> granted(reply);
            case Answered reply -> new Reply.Failed<>(failure(reply));
            case Broken _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(true));
            case NotSent _, Withheld _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(false));
        };
    }

    private Reply<Granted> granted(Answered reply) {
        try {
            var body = Json.parse(reply.body());
            var lifetime = Duration.ofSeconds(body.path("expires_in").asLong());
            return new Reply.Ok<>(
                    new Granted(Json.text(body, "access_token"), lifetime, Json.text(body, "refresh_token")),
                    clock.instant());
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
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var headers = Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
        return new Http.Request("POST", address, headers, body.getBytes(StandardCharsets.UTF_8), Lane.INVOICE);
    }
}
