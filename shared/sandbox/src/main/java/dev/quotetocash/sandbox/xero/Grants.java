package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// All that the identity server remembers: codes, tokens and connections by their texts and ids. The maps are
/// filled in place; a copy shares nothing with its original.
record Grants(
        Map<String, Code> codes,
        Map<String, Tokens.Token> access,
        Map<String, Refresh> refresh,
        Map<UUID, Connection> connections) {

    /// What a person consented to, until the code is exchanged. An empty challenge is none.
    record Code(
            String clientId,
            UUID userId,
            List<String> scopes,
            String redirectUri,
            String challenge,
            String nonce,
            UUID authEventId,
            Instant expiresAt) {}

    /// A refresh token. One that was exchanged works until `graceUntil` in case the reply was lost.
    record Refresh(
            String clientId,
            UUID userId,
            List<String> scopes,
            UUID authEventId,
            Instant expiresAt,
            Optional<Instant> graceUntil) {

        boolean worksAt(Instant now) {
            return now.isBefore(expiresAt)
                    && graceUntil.filter(until -> !now.isBefore(until)).isEmpty();
        }

        /// The first exchange starts the grace; later ones do not extend it.
        Refresh exchanged(Instant until) {
            return new Refresh(clientId, userId, scopes, authEventId, expiresAt, Optional.of(graceUntil.orElse(until)));
        }
    }

    /// An app's access to the organisation: by consent of a user, or, without one, of a custom connection.
    record Connection(
            UUID id, UUID authEventId, String clientId, Optional<UUID> userId, Instant createdAt, Instant updatedAt) {

        Connection renewed(UUID event, Instant now) {
            return new Connection(id, event, clientId, userId, createdAt, now);
        }
    }

    Grants {
        codes = new LinkedHashMap<>(codes);
        access = new LinkedHashMap<>(access);
        refresh = new LinkedHashMap<>(refresh);
        connections = new LinkedHashMap<>(connections);
    }

    static Grants empty() {
        return new Grants(Map.of(), Map.of(), Map.of(), Map.of());
    }

    Grants copy() {
        return new Grants(codes, access, refresh, connections);
    }

    /// Forgets everything for what `other` remembers.
    void become(Grants other) {
        replace(codes, other.codes);
        replace(access, other.access);
        replace(refresh, other.refresh);
        replace(connections, other.connections);
    }

    private static <K, V> void replace(Map<K, V> mine, Map<K, V> others) {
        mine.clear();
        mine.putAll(others);
    }

    Stream<Connection> of(String clientId, Optional<UUID> userId) {
        return connections.values().stream()
                .filter(connection -> connection.clientId().equals(clientId))
                .filter(connection -> connection.userId().equals(userId));
    }

    /// Everything that one user gave to one app.
    void forget(String clientId, Optional<UUID> userId) {
        connections
                .values()
                .removeIf(connection -> connection.clientId().equals(clientId)
                        && connection.userId().equals(userId));
        access.values()
                .removeIf(token ->
                        token.clientId().equals(clientId) && token.userId().equals(userId));
        userId.ifPresent(user -> refresh.values()
                .removeIf(token ->
                        token.clientId().equals(clientId) && token.userId().equals(user)));
        userId.ifPresent(user -> codes.values()
                .removeIf(code ->
                        code.clientId().equals(clientId) && code.userId().equals(user)));
    }
}
