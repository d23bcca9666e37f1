package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// `/connections`: what an app is connected to (reference section 11.3). A user's token sees and ends that
/// user's connections, a client-credentials token its own, and with `app.connections` all of the app's.
final class Connections {

    private static final String ALL = "app.connections";

    private final XeroSettings settings;
    private final Grants grants;

    Connections(XeroSettings settings, Grants grants) {
        this.settings = settings;
        this.grants = grants;
    }

    /// The custom connection that an app has until somebody ends it.
    void connectCustom(Instant now) {
        var id = UUID.fromString(settings.tenantId());
        grants.connections().put(id, new Grants.Connection(id, id, settings.clientId(), Optional.empty(), now, now));
    }

    /// As when a person disconnects the app in Xero: nothing of it is left.
    void disconnect() {
        grants.connections()
                .values()
                .removeIf(connection -> connection.clientId().equals(settings.clientId()));
    }

    /// Whether the app has its custom connection.
    boolean isCustom() {
        return grants.of(settings.clientId(), Optional.empty()).findFirst().isPresent();
    }

    /// The connection by which a token reaches the organisation; empty once it was ended.
    Optional<Grants.Connection> behind(Tokens.Token token) {
        return grants.of(token.clientId(), token.userId()).findFirst();
    }

    SimResponse answer(SimRequest request, Tokens.Token token) {
        var id = request.path().substring("/connections".length()).replace("/", "");
        if (request.method().equals("GET") && id.isEmpty()) return list(request, token);
        if (!request.method().equals("DELETE") || id.isEmpty()) return Replies.notFound();
        if (token.userId().isEmpty() && !token.scopes().contains(ALL)) {
            return Replies.forbidden("AuthorizationUnsuccessful", token.authEventId());
        }
        var known = Sent.guidOf(id)
                .filter(sought ->
                        visible(token).anyMatch(connection -> connection.id().equals(sought)));
        known.ifPresent(grants.connections()::remove);
        return known.isPresent() ? SimResponse.empty(204) : Replies.notFound();
    }

    private SimResponse list(SimRequest request, Tokens.Token token) {
        var event = request.query("authEventId").filter(text -> !text.isBlank());
        var found = visible(token)
                .filter(connection -> event.map(connection.authEventId().toString()::equalsIgnoreCase)
                        .orElse(true))
                .map(this::view)
                .toList();
        return SimResponse.json(200, Json.write(Json.array(found)));
    }

    private Stream<Grants.Connection> visible(Tokens.Token token) {
        return token.scopes().contains(ALL)
                ? grants.connections().values().stream()
                        .filter(connection -> connection.clientId().equals(token.clientId()))
                : grants.of(token.clientId(), token.userId());
    }

    private ObjectNode view(Grants.Connection connection) {
        return Json.object()
                .put("id", connection.id().toString())
                .put("authEventId", connection.authEventId().toString())
                .put("tenantId", settings.tenantId())
                .put("tenantType", "ORGANISATION")
                .put("tenantName", SettingsView.ORGANISATION_NAME)
                .put("createdDateUtc", Dates.ticks(connection.createdAt()))
                .put("updatedDateUtc", Dates.ticks(connection.updatedAt()));
    }
}
