package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.OAuthState.Access;
import dev.quotetocash.sandbox.hubspot.OAuthState.Challenge;
import dev.quotetocash.sandbox.hubspot.OAuthState.Code;
import dev.quotetocash.sandbox.hubspot.OAuthState.Refresh;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Issues and forgets the codes and tokens of the OAuth app (section 13.1).
final class Grants {

    static final Duration ACCESS_LIFETIME = Duration.ofSeconds(1800);

    /// The longest that RFC 6749 recommends; HubSpot states none.
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    /// How long an expired access token is still told to be expired rather than unknown.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int TOKEN_LENGTH_MIN = 120;
    private static final int TOKEN_LENGTH_MAX = 512;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Portal portal;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Refresh> refreshTokens = new LinkedHashMap<>();
    private final Map<String, Access> accessTokens = new LinkedHashMap<>();

    Grants(Portal portal) {
        this.portal = portal;
    }

    OAuthState snapshot() {
        return new OAuthState(codes, refreshTokens, accessTokens);
    }

    void restore(OAuthState state) {
        uninstall();
        codes.putAll(state.codes());
        refreshTokens.putAll(state.refreshTokens());
        accessTokens.putAll(state.accessTokens());
    }

    String newCode(String redirectUri, List<String> scopes, Optional<Challenge> challenge) {
        var text = portal.correlationId();
        codes.put(text, new Code(redirectUri, scopes, challenge, portal.now().plus(CODE_LIFETIME)));
        return text;
    }

    Optional<Code> code(String text) {
        return Optional.ofNullable(codes.get(text)).filter(code -> portal.now().isBefore(code.expiresAt()));
    }

    void useUp(String code) {
        codes.remove(code);
    }

    String newRefreshToken(List<String> scopes) {
        var text = "eu1-" + portal.correlationId();
        refreshTokens.put(text, new Refresh(scopes));
        return text;
    }

    Optional<Refresh> refreshToken(String text) {
        return Optional.ofNullable(refreshTokens.get(text));
    }

    String newAccessToken(List<String> scopes, boolean userLevel) {
        var now = portal.now();
        accessTokens.values().removeIf(old -> old.isExpired(now.minus(REMEMBERED)));
        var text = accessTokenText();
        accessTokens.put(text, new Access(scopes, userLevel, now.plus(ACCESS_LIFETIME)));
        return text;
    }

    /// An access token that was issued, expired or not.
    Optional<Access> accessToken(String text) {
        return Optional.ofNullable(accessTokens.get(text));
    }

    /// The other tokens of the installation stay as they are.
    void revoke(String token) {
        refreshTokens.remove(token);
        accessTokens.remove(token);
    }

    /// As when a person disconnects the app: nothing that was granted is accepted any more.
    void uninstall() {
        codes.clear();
        refreshTokens.clear();
        accessTokens.clear();
    }

    /// Of a length that varies, up to what a client has to allow for.
    private String accessTokenText() {
        var random = portal.random();
        var length = TOKEN_LENGTH_MIN + random.nextInt(TOKEN_LENGTH_MAX - TOKEN_LENGTH_MIN + 1);
        var text = new StringBuilder("CJ");
        while (text.length() < length) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    static long secondsLeft(Access token, Instant now) {
        return Duration.between(now, token.expiresAt()).toSeconds();
    }
}
