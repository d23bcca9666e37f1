package dev.quotetocash.sandbox.hubspot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HubSpot's three request signatures (section 12.1). `body` is the raw bytes.
final class Signatures {

    /// The only escapes that v3 decodes before it signs an address.
    private static final Map<String, String> DECODED = Map.ofEntries(
            Map.entry("3A", ":"),
            Map.entry("2F", "/"),
            Map.entry("3F", "?"),
            Map.entry("40", "@"),
            Map.entry("21", "!"),
            Map.entry("24", "$"),
            Map.entry("27", "'"),
            Map.entry("28", "("),
            Map.entry("29", ")"),
            Map.entry("2A", "*"),
            Map.entry("2C", ","),
            Map.entry("3B", ";"));

    private Signatures() {}

    static String v1(String secret, byte[] body) {
        return sha256(secret, body);
    }

    static String v2(String secret, String method, String uri, byte[] body) {
        return sha256(secret + method + uri, body);
    }

    static String v3(String secret, String method, String uri, byte[] body, long timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            mac.update(utf8(method + decode(uri)));
            mac.update(body);
            mac.update(utf8(Long.toString(timestamp)));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String decode(String uri) {
        var decoded = new StringBuilder();
        for (var at = 0; at < uri.length(); at++) {
            var escape = uri.charAt(at) == '%' && at + 3 <= uri.length() ? uri.substring(at + 1, at + 3) : "";
            var character = DECODED.get(escape.toUpperCase(Locale.ROOT));
            decoded.append(character == null ? uri.charAt(at) : character);
            if (character != null) at += 2;
        }
        return decoded.toString();
    }

    private static String sha256(String prefix, byte[] body) {
        try {
            var message = new ByteArrayOutputStream();
            message.writeBytes(utf8(prefix));
            message.writeBytes(body);
            var digest = MessageDigest.getInstance("SHA-256").digest(message.toByteArray());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
