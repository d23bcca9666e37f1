package dev.quotetocash.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HubSpot's signatures of a webhook (docs/reference/hubspot-api.md, 12).
public enum HubSpotSignature {

    /// HMAC over method, address, body and time; refused when older than five minutes, or from a future as far.
    V3 {
        @Override
        public boolean verifies(HttpCall call, String clientSecret, Instant now) {
            return signedWithV3(call, clientSecret, now);
        }
    },

    /// For legacy apps: where the v3 header is missing, the v1 hash of secret and body counts. It covers
    /// neither time nor address, so a recorded webhook can be repeated.
    V3_OR_V1 {
        @Override
        public boolean verifies(HttpCall call, String clientSecret, Instant now) {
            return call.header(V3_HEADER).isPresent()
                    ? signedWithV3(call, clientSecret, now)
                    : signedWithV1(call, clientSecret);
        }
    };

    public static final String V3_HEADER = "x-hubspot-signature-v3";
    public static final String TIMESTAMP_HEADER = "x-hubspot-request-timestamp";
    public static final String V1_HEADER = "x-hubspot-signature";

    private static final Duration AGE_MAX = Duration.ofMinutes(5);
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    /// What HubSpot decodes in the address before it signs; everything else stays as it is.
    private static final Pattern DECODED =
            Pattern.compile("%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

    public abstract boolean verifies(HttpCall call, String clientSecret, Instant now);

    private static boolean signedWithV3(HttpCall call, String clientSecret, Instant now) {
        var signature = call.header(V3_HEADER);
        var timestamp = call.header(TIMESTAMP_HEADER).filter(text -> isRecent(text, now));
        if (signature.isEmpty() || timestamp.isEmpty()) return false;
        var signed = Hmac.sha256(
                clientSecret, utf8(call.method()), utf8(decoded(call.url())), call.body(), utf8(timestamp.get()));
        return Hmac.equal(Base64.getEncoder().encodeToString(signed), signature.get());
    }

    private static boolean isRecent(String timestamp, Instant now) {
        if (!MILLIS.matcher(timestamp).matches()) return false;
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(AGE_MAX) <= 0;
    }

    private static String decoded(String url) {
        return DECODED.matcher(url)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(found.group(1)))));
    }

    private static boolean signedWithV1(HttpCall call, String clientSecret) {
        if (clientSecret.isEmpty()) throw new IllegalArgumentException("an empty secret signs nothing");
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(utf8(clientSecret));
            sha.update(call.body());
            var expected = HexFormat.of().formatHex(sha.digest());
            Optional<String> signature = call.header(V1_HEADER);
            return signature.filter(actual -> Hmac.equal(expected, actual)).isPresent();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
