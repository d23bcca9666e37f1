package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was granted to the OAuth app: codes, refresh tokens and access tokens, each by its text, oldest first.
record OAuthState(Map<String, Code> codes, Map<String, Refresh> refreshTokens, Map<String, Access> accessTokens) {

    OAuthState {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        refreshTokens = Collections.unmodifiableMap(new LinkedHashMap<>(refreshTokens));
        accessTokens = Collections.unmodifiableMap(new LinkedHashMap<>(accessTokens));
    }

    static OAuthState empty() {
        return new OAuthState(Map.of(), Map.of(), Map.of());
    }

    /// A single-use authorisation code. `challenge` is that of PKCE.
    record Code(String redirectUri, List<String> scopes, Optional<Challenge> challenge, Instant expiresAt) {}

    record Challenge(String method, String text) {}

    /// Lasts until it is revoked or the app is uninstalled (section 13.1).
    record Refresh(List<String> scopes) {}

    /// `userLevel` tokens act for the person who authorised the app; a client-credentials token acts for the app
    /// alone and belongs to no account.
    record Access(List<String> scopes, boolean userLevel, Instant expiresAt) {

        boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }
}
