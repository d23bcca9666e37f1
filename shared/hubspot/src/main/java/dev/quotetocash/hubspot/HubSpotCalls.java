package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.Http.HttpReply.Broken;
import dev.quotetocash.engine.Http.HttpReply.NotSent;
import dev.quotetocash.engine.Http.HttpReply.Withheld;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;

/// Single calls of HubSpot's API with a token. Paths begin behind the host.
final class HubSpotCalls {

    private static final byte[] NO_BODY = {};
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Http http;
    private final Tokens tokens;
    private final String api;

    HubSpotCalls(Http http, Tokens tokens, URI api) {
        this.http = http;
        this.tokens = tokens;
        this.api = api.toString().replaceAll("/+$", "");
    }

    Answer get(String path, Lane lane) throws CallFailed {
        return success(send("GET", path, NO_BODY, lane));
    }

    /// As [#get], but a 404 is an answer.
    Answer find(String path, Lane lane) throws CallFailed {
        var reply = send("GET", path, NO_BODY, lane);
        return reply.status() == NOT_FOUND ? withoutBody(reply) : success(reply);
    }

    Answer post(String path, JsonNode body, Lane lane) throws CallFailed {
        return success(send("POST", path, Json.format(body), lane));
    }

    /// As [#post], but a 409 is an answer: it exists already.
    Answer create(String path, JsonNode body, Lane lane) throws CallFailed {
        var reply = send("POST", path, Json.format(body), lane);
        return reply.status() == CONFLICT ? withoutBody(reply) : success(reply);
    }

    Answer patch(String path, JsonNode body, Lane lane) throws CallFailed {
        return success(send("PATCH", path, Json.format(body), lane));
    }

    /// A path segment or query value, percent-encoded.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answered send(String method, String path, byte[] body, Lane lane) throws CallFailed {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token());
        headers.put("Accept", "application/json");
        if (body.length > 0) headers.put("Content-Type", "application/json");
        return switch (http.send(new Http.Request(method, URI.create(api + path), headers, body, lane))) {
            case Answered reply -> told(reply);
            case NotSent _ -> throw new CallFailed(new RemoteFailure.Unavailable(false));
            case Withheld(Duration delay) -> throw new CallFailed(new RemoteFailure.RateLimited(delay));
            case Broken _ -> throw new CallFailed(new RemoteFailure.Unavailable(true));
        };
    }

    /// Anything but an error shows that the token is good: also that nothing has changed.
    private Answered told(Answered reply) {
        if (reply.status() == 401) tokens.refused();
        if (reply.status() < 400) tokens.accepted();
        return reply;
    }

    private String token() throws CallFailed {
        return switch (tokens.current()) {
            case Reply.Ok<String> ok -> ok.value();
            case Reply.Failed<String>(RemoteFailure failure) -> throw new CallFailed(neverSent(failure));
        };
    }

    /// Without a token nothing reaches HubSpot, whatever became of the request for the token.
    private static RemoteFailure neverSent(RemoteFailure failure) {
        return failure.leavesOutcomeUnknown() ? new RemoteFailure.Unavailable(false) : failure;
    }

    private Answer success(Answered reply) throws CallFailed {
        if (reply.status() < 200 || reply.status() >= 300) throw new CallFailed(HubSpotFailure.of(reply));
        try {
            return timed(reply, Json.parse(reply.body()));
        } catch (UnreadableReply unreadable) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
    }

    private static Answer withoutBody(Answered reply) throws CallFailed {
        return timed(reply, MissingNode.getInstance());
    }

    /// An answer that names no time at all did not come from HubSpot.
    private static Answer timed(Answered reply, JsonNode body) throws CallFailed {
        try {
            var at = AnswerTime.of(reply, body);
            if (at.isPresent()) return new Answer(reply.status(), body, at.get());
        } catch (IllegalArgumentException | DateTimeException notATime) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
        throw new CallFailed(new RemoteFailure.Unavailable(true));
    }
}
