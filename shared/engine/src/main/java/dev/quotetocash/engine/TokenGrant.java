package dev.quotetocash.engine;

import java.net.URI;
import java.time.Duration;

/// One vendor's token endpoint (docs/reference/xero-api.md, 11; docs/reference/hubspot-api.md, 13). A refused code
/// or refresh token, or a refused client, is [Unauthorized][RemoteFailure.Unauthorized].
public interface TokenGrant {

    /// Never printed.
    record Granted(String accessToken, Duration lifetime, String refreshToken) {
        @Override
        public String toString() {
            return "Granted[for " + lifetime + "]";
        }
    }

    /// The code that came back from the consent, with the very address that it came back to.
    Reply<Granted> exchange(String code, URI redirect);

    /// The vendor may answer with another refresh token; the old one dies soon after.
    Reply<Granted> refresh(String refreshToken);
}
