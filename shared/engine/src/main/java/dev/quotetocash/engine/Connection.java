package dev.quotetocash.engine;

import java.time.Instant;
import java.util.Optional;

/// What a person's consent has given us for one vendor. `accessUntil` is when the access token expires;
/// `refreshedAt` is when the refresh token was last exchanged, by our clock; `refusedSince` is when the vendor
/// began to refuse what is stored here. Never printed.
public record Connection(
        String accessToken,
        Instant accessUntil,
        String refreshToken,
        Instant refreshedAt,
        Optional<Instant> refusedSince) {

    /// What the vendor has just given.
    public static Connection of(TokenGrant.Granted granted, Instant now) {
        return new Connection(
                granted.accessToken(), now.plus(granted.lifetime()), granted.refreshToken(), now, Optional.empty());
    }

    /// The same consent with new tokens. Whether it is well again only a call shows.
    Connection renewed(TokenGrant.Granted granted, Instant now) {
        return new Connection(
                granted.accessToken(), now.plus(granted.lifetime()), granted.refreshToken(), now, refusedSince);
    }

    Connection refusedSince(Instant now) {
        return new Connection(
                accessToken, accessUntil, refreshToken, refreshedAt, refusedSince.or(() -> Optional.of(now)));
    }

    Connection accepted() {
        return new Connection(accessToken, accessUntil, refreshToken, refreshedAt, Optional.empty());
    }

    @Override
    public String toString() {
        return "Connection[until " + accessUntil + ", refreshed " + refreshedAt
                + refusedSince.map(since -> ", refused since " + since).orElse("") + "]";
    }
}
