package dev.quotetocash.xero;

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
import dev.quotetocash.sync.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Single calls of one organisation's accounting API. Paths begin behind the accounting base.
final class XeroCalls {

    private static final byte[] NO_BODY = {};
    private static final int NOT_MODIFIED = 304;

    private final Http http;
    private final Tokens tokens;
    private final String api;
    private final TenantId tenant;

    XeroCalls(Http http, Tokens tokens, URI api, TenantId tenant) {
        this.http = http;
        this.tokens = tokens;
        this.api = api.toString().replaceAll("/+$", "");
        this.tenant = tenant;
    }

    Answer get(String path, Lane lane) throws CallFailed {
        return success(send("GET", path, Map.of(), NO_BODY, lane));
    }

    /// Rows modified at or after `since`, in whole seconds. Nothing changed is answered with 304 or with an
    /// empty body by some accounts of the API; both are an answer here, without a body.
    Answer getModified(String path, Instant since, Lane lane) throws CallFailed {
        var reply = send("GET", path, Map.of("If-Modified-Since", XeroDates.modifiedSince(since)), NO_BODY, lane);
        var nothing = reply.status() == NOT_MODIFIED || (reply.status() == 200 && reply.body().length == 0);
        return nothing ? timed(reply, MissingNode.getInstance()) : success(reply);
    }

    Answer put(String path, String idempotencyKey, byte[] body, Lane lane) throws CallFailed {
        return success(send("PUT", path, Map.of("Idempotency-Key", idempotencyKey), body, lane));
    }

    Answer post(String path, byte[] body, Lane lane) throws CallFailed {
        return success(send("POST", path, Map.of(), body, lane));
    }

    /// A path segment or query value, percent-encoded.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answered send(String method, String path, Map<String, String> more, byte[] body, Lane lane)
            throws CallFailed {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token());
        headers.put("xero-tenant-id", tenant.value());
        headers.put("Accept", "application/json");
        if (body.length > 0) headers.put("Content-Type", "application/json");
        headers.putAll(more);
        return switch (http.send(new Http.Request(method, URI.create(api + path), headers, body, lane))) {
            case Answered reply -> told(reply);
            case NotSent _ -> throw new CallFailed(new RemoteFailure.Unavailable(false));
            case Withheld(Duration delay) -> throw new CallFailed(new RemoteFailure.RateLimited(delay));
            case Broken _ -> throw new CallFailed(new RemoteFailure.Unavailable(true));
        };
    }

    /// Anything but an error shows that the token is good: also that nothing has changed.
    private Answered told(Answered reply) {
        if (XeroFailure.isDisconnected(reply)) tokens.refused();
        if (reply.status() < 400) tokens.accepted();
        return reply;
    }

    private String token() throws CallFailed {
        return switch (tokens.current()) {
            case Reply.Ok<String> ok -> ok.value();
            case Reply.Failed<String>(RemoteFailure failure) -> throw new CallFailed(neverSent(failure));
        };
    }

    /// Without a token nothing reaches Xero, whatever became of the request for the token.
    private static RemoteFailure neverSent(RemoteFailure failure) {
        return failure.leavesOutcomeUnknown() ? new RemoteFailure.Unavailable(false) : failure;
    }

    private Answer success(Answered reply) throws CallFailed {
        if (reply.status() < 200 || reply.status() >= 300) throw new CallFailed(XeroFailure.of(reply));
        try {
            return timed(reply, Json.parse(reply.body()));
        } catch (UnreadableReply unreadable) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
    }

    /// The envelope's time, else the `Date` header. An answer that names no time did not come from Xero.
    private static Answer timed(Answered reply, JsonNode body) throws CallFailed {
        try {
            Optional<Instant> at =
                    XeroDates.optionalInstant(body, "DateTimeUTC").or(() -> header(reply));
            if (at.isPresent()) return new Answer(body, at.get());
        } catch (UnreadableReply | DateTimeException notATime) {
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        }
        throw new CallFailed(new RemoteFailure.Unavailable(true));
    }

    private static Optional<Instant> header(Answered reply) {
        return reply.header("Date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    }
}
