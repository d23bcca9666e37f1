package dev.quotetocash.runtime;

import java.util.Base64;

/// Xero's signature of a webhook: Base64 of HMAC-SHA256 over the raw body (docs/reference/xero-api.md, 10.1).
/// It covers no time, so a recorded webhook can be repeated; it is a hint and does no harm.
public final class XeroSignature {

    public static final String HEADER = "x-xero-signature";

    private XeroSignature() {}

    public static boolean verifies(HttpCall call, String webhookKey) {
        var expected = Base64.getEncoder().encodeToString(Hmac.sha256(webhookKey, call.body()));
        return call.header(HEADER)
                .filter(signature -> Hmac.equal(expected, signature))
                .isPresent();
    }
}
