package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors are those of docs/reference/hubspot-api.md, 12.2.
class HubSpotSignatureTest {

    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String URL = "https://www.example.com/webhook_uri";
    private static final String BODY = "{'example_field':'example_value'}";
    private static final String SIGNATURE = "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=";
    private static final Instant SIGNED_AT = Instant.ofEpochMilli(1693657560000L);

    private static final String V1_BODY =
            "[{\"eventId\":1,\"subscriptionId\":12345,\"portalId\":62515,\"occurredAt\":1564113600000,"
                    + "\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,\"objectId\":123,"
                    + "\"changeSource\":\"CRM\",\"changeFlag\":\"NEW\",\"appId\":54321}]";

    @ParameterizedTest
    @CsvSource({
        "1693657560000, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
        "1700000300000, RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="
    })
    void acceptsTheVectorsOfVersion3(long timestamp, String signature) {
        var call = v3(URL, BODY, timestamp, signature);

        assertThat(HubSpotSignature.V3.verifies(call, SECRET, Instant.ofEpochMilli(timestamp)))
                .isTrue();
        assertThat(HubSpotSignature.V3_OR_V1.verifies(call, SECRET, Instant.ofEpochMilli(timestamp)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'example_field':'example_value'} | 69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750",
                "contact | 232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de"
            })
    void acceptsTheVectorsOfVersion1OnlyWhereItIsAllowed(String body, String signature) {
        var text = body.equals("contact") ? V1_BODY : body;
        var call = Calls.post(URL, text, Map.of("X-HubSpot-Signature", signature));

        assertThat(HubSpotSignature.V3_OR_V1.verifies(call, SECRET, SIGNED_AT)).isTrue();
        assertThat(HubSpotSignature.V3_OR_V1.verifies(Calls.withBody(call, text + " "), SECRET, SIGNED_AT))
                .isFalse();
        assertThat(HubSpotSignature.V3.verifies(call, SECRET, SIGNED_AT)).isFalse();
    }

    @Test
    void takesNoVersion2HashForVersion1() {
        var call = Calls.post(
                URL,
                BODY,
                Map.of("X-HubSpot-Signature", "4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383"));

        assertThat(HubSpotSignature.V3_OR_V1.verifies(call, SECRET, SIGNED_AT)).isFalse();
    }

    @Test
    void doesNotFallBackFromAWrongVersion3() {
        var call = Calls.with(
                v3(URL, BODY, SIGNED_AT.toEpochMilli(), "wrong"),
                "x-hubspot-signature",
                "69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750");

        assertThat(HubSpotSignature.V3_OR_V1.verifies(call, SECRET, SIGNED_AT)).isFalse();
    }

    @Test
    void rejectsASignatureOlderThanFiveMinutes() {
        assertThat(verifies(SIGNED_AT.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(verifies(SIGNED_AT.plus(Duration.ofMinutes(5)).plusMillis(1)))
                .isFalse();
    }

    @Test
    void rejectsASignatureFromMoreThanFiveMinutesAhead() {
        assertThat(verifies(SIGNED_AT.minus(Duration.ofMinutes(5)))).isTrue();
        assertThat(verifies(SIGNED_AT.minus(Duration.ofMinutes(5)).minusMillis(1)))
                .isFalse();
    }

    @Test
    void rejectsWhateverWasChangedAfterSigning() {
        var call = v3(URL, BODY, SIGNED_AT.toEpochMilli(), SIGNATURE);

        assertThat(verifies(Calls.withBody(call, BODY + "\n"))).isFalse();
        assertThat(verifies(new HttpCall("PUT", URL, call.headers(), call.body())))
                .isFalse();
        assertThat(verifies(new HttpCall("POST", URL + "?a=b", call.headers(), call.body())))
                .isFalse();
        assertThat(verifies(Calls.with(call, HubSpotSignature.TIMESTAMP_HEADER, "1693657560001")))
                .isFalse();
        assertThat(HubSpotSignature.V3.verifies(call, "another", SIGNED_AT)).isFalse();
    }

    @Test
    void rejectsACallWithoutSignatureOrTime() {
        var call = v3(URL, BODY, SIGNED_AT.toEpochMilli(), SIGNATURE);

        assertThat(verifies(Calls.without(call, HubSpotSignature.V3_HEADER))).isFalse();
        assertThat(verifies(Calls.without(call, HubSpotSignature.TIMESTAMP_HEADER)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "-1693657560000", "9999999999999999999999"})
    void rejectsATimeThatIsNone(String timestamp) {
        var call = v3(URL, BODY, SIGNED_AT.toEpochMilli(), SIGNATURE);

        assertThat(verifies(Calls.with(call, HubSpotSignature.TIMESTAMP_HEADER, timestamp)))
                .isFalse();
    }

    @Test
    void decodesInTheAddressOnlyWhatHubSpotDecodes() {
        var sent = "https://www.example.com/a%20b?to=x%40y.example%3Fz%2f1&again=%2541";
        var signed = "https://www.example.com/a%20b?to=x@y.example?z/1&again=%2541";

        var call = v3(sent, BODY, SIGNED_AT.toEpochMilli(), sign(signed, BODY, SIGNED_AT.toEpochMilli()));

        assertThat(verifies(call)).isTrue();
    }

    @Test
    void signsRawBytesThatAreNoText() {
        var body = new byte[] {(byte) 0xff, 0, (byte) 0xc3, 0x28};
        var mac = Hmac.sha256(
                SECRET,
                ("POST" + URL).getBytes(StandardCharsets.UTF_8),
                body,
                "1693657560000".getBytes(StandardCharsets.UTF_8));
        var signed = v3(URL, "", SIGNED_AT.toEpochMilli(), Base64.getEncoder().encodeToString(mac));

        assertThat(verifies(new HttpCall("POST", URL, signed.headers(), body))).isTrue();
    }

    @Test
    void refusesToWorkWithoutASecret() {
        var call = v3(URL, BODY, SIGNED_AT.toEpochMilli(), SIGNATURE);

        assertThatThrownBy(() -> HubSpotSignature.V3.verifies(call, "", SIGNED_AT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean verifies(Instant now) {
        return HubSpotSignature.V3.verifies(v3(URL, BODY, SIGNED_AT.toEpochMilli(), SIGNATURE), SECRET, now);
    }

    private static boolean verifies(HttpCall call) {
        return HubSpotSignature.V3.verifies(call, SECRET, SIGNED_AT);
    }

    private static HttpCall v3(String url, String body, long timestamp, String signature) {
        return Calls.post(
                url,
                body,
                Map.of("X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", Long.toString(timestamp)));
    }

    private static String sign(String url, String body, long timestamp) {
        var signed = Hmac.sha256(SECRET, ("POST" + url + body + timestamp).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signed);
    }
}
