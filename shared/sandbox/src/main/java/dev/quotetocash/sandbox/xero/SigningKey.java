package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// The identity server's RSA key. It is drawn from a fixed seed, so it is the same everywhere and secret
/// nowhere.
final class SigningKey {

    static final String ID = "SANDBOX-IDENTITY-KEY";

    private static final long SEED = 20_260_302;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Map<Integer, SigningKey> KEYS = new ConcurrentHashMap<>();

    private final BigInteger modulus;
    private final PrivateKey secret;

    private SigningKey(int bits) {
        var random = new Random(SEED);
        var p = prime(random, bits / 2);
        var q = prime(random, bits / 2);
        modulus = p.multiply(q);
        var d = EXPONENT.modInverse(less(p).multiply(less(q)));
        var spec =
                new RSAPrivateCrtKeySpec(modulus, EXPONENT, d, p, q, d.mod(less(p)), d.mod(less(q)), q.modInverse(p));
        try {
            secret = KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has RSA", impossible);
        }
    }

    /// The key of this length.
    static SigningKey of(int bits) {
        return KEYS.computeIfAbsent(bits, SigningKey::new);
    }

    /// A signed JSON Web Token (RS256) of these claims.
    String sign(ObjectNode claims) {
        var head = Json.object().put("alg", "RS256").put("kid", ID).put("typ", "JWT");
        var content = encode(utf8(Json.write(head))) + "." + encode(utf8(Json.write(claims)));
        return content + "." + encode(signature(utf8(content)));
    }

    /// The claims of a token that this key signed.
    Optional<JsonNode> read(String token) {
        var end = token.lastIndexOf('.');
        var start = token.indexOf('.');
        if (start < 0 || start == end) return Optional.empty();
        var signed = encode(signature(utf8(token.substring(0, end)))).equals(token.substring(end + 1));
        if (!signed) return Optional.empty();
        var claims = Base64.getUrlDecoder().decode(token.substring(start + 1, end));
        return Json.parse(new String(claims, StandardCharsets.UTF_8));
    }

    /// The public half, as `/.well-known/openid-configuration/jwks` has it.
    ObjectNode published() {
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", ID)
                .put("e", encode(EXPONENT.toByteArray()))
                .put("n", encode(unsigned(modulus)))
                .put("alg", "RS256");
    }

    private byte[] signature(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", impossible);
        }
    }

    private static BigInteger prime(Random random, int bits) {
        var prime = BigInteger.probablePrime(bits, random);
        while (!less(prime).gcd(EXPONENT).equals(BigInteger.ONE)) prime = BigInteger.probablePrime(bits, random);
        return prime;
    }

    private static BigInteger less(BigInteger number) {
        return number.subtract(BigInteger.ONE);
    }

    /// Without the leading zero of the sign.
    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
