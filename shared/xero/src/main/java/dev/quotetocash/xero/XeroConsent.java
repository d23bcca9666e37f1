package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Consent;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Xero's consent page, and the organisations that a consent reaches: docs/reference/xero-api.md, 11. Its answers
/// name no time: it is 1970.
public final class XeroConsent implements Consent {

    private static final String EVENT_CLAIM = "authentication_event_id";

    private final Http http;
    private final String login;
    private final String api;
    private final Supplier<Optional<String>> clientId;

    /// `login` and `api` are hosts: `https://login.xero.com`, `https://api.xero.com`.
    public XeroConsent(Http http, URI login, URI api, Supplier<Optional<String>> clientId) {
        this.http = http;
        this.login = login.toString().replaceAll("/+$", "");
        this.api = api.toString().replaceAll("/+$", "");
        this.clientId = clientId;
    }

    @Override
    public Optional<URI> address(URI redirect, String state) {
        return clientId.get()
                .map(id -> URI.create(login + "/identity/connect/authorize?response_type=code&client_id="
                        + XeroCalls.encoded(id)
                        + "&redirect_uri=" + XeroCalls.encoded(redirect.toString())
                        + "&scope=" + XeroCalls.encoded(String.join(" ", XeroScopes.ofConsent()))
                        + "&state=" + XeroCalls.encoded(state)));
    }

    /// Only those of this very consent, where the token names it: earlier ones of the same person may have
    /// reached others.
    @Override
    public Reply<List<Account>> accounts(String accessToken) {
        var event = event(accessToken)
                .map(id -> "?authEventId=" + XeroCalls.encoded(id))
                .orElse("");
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + accessToken);
        headers.put("Accept", "application/json");
        var request =
                new Http.Request("GET", URI.create(api + "/connections" + event), headers, new byte[0], Lane.INVOICE);
        return switch (http.send(request)) {
            case Answered reply when reply.status() == 200 -> read(reply);
            case Answered reply -> new Reply.Failed<>(XeroFailure.of(reply));
            case Broken _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(true));
            case NotSent _, Withheld _ -> new Reply.Failed<>(new RemoteFailure.Unavailable(false));
        };
    }

    private static Reply<List<Account>> read(Answered reply) {
        try {
            var accounts = new ArrayList<Account>();
            for (var one : Json.parseArray(reply.body())) {
                if (!isOrganisation(one)) continue;
                var id = Json.text(one, "tenantId");
                accounts.add(new Account(id, Json.optional(one, "tenantName").orElse(id)));
            }
            return new Reply.Ok<>(List.copyOf(accounts), Instant.EPOCH);
        } catch (UnreadableReply unreadable) {
            return new Reply.Failed<>(new RemoteFailure.Unavailable(true));
        }
    }

    /// A consent may reach a practice too.
    private static boolean isOrganisation(JsonNode one) {
        return one.path("tenantType").asText().equals("ORGANISATION");
    }

    /// From the token's claims. They are not verified, because the token came from Xero itself just now and
    /// nothing but a filter depends on them.
    private static Optional<String> event(String accessToken) {
        var parts = accessToken.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            return Json.optional(Json.parse(Base64.getUrlDecoder().decode(parts[1])), EVENT_CLAIM);
        } catch (IllegalArgumentException | UnreadableReply notClaims) {
            return Optional.empty();
        }
    }
}
