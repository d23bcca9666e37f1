package dev.quotetocash.engine;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One vendor's token endpoint, asked as OAuth 2.0 has it (RFC 6749; docs/reference/xero-api.md, 11;
/// docs/reference/hubspot-api.md, 13). A refused code or refresh token, or a refused client, is
/// [Unauthorized][RemoteFailure.Unauthorized]. Answers name no time: it is 1970.
public interface TokenGrant {

    /// Never printed.
    record Granted(String accessToken, Duration lifetime, String refreshToken) {
        @Override
        public String toString() {
            return "Granted[for " + lifetime + "]";
        }
    }

    /// Sends these fields as a form, with the app's credentials.
    Reply<Granted> ask(Map<String, String> form);

    /// The code that came back from the consent, with the very address that it came back to.
    default Reply<Granted> exchange(String code, URI redirect) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        return ask(form);
    }

    /// The vendor may answer with another refresh token; the old one dies soon after.
    default Reply<Granted> refresh(String refreshToken) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return ask(form);
    }
}
