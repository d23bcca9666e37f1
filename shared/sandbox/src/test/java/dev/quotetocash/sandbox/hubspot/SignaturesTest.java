package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String URL = "https://www.example.com/webhook_uri";
    private static final byte[] BODY = bytes("{'example_field':'example_value'}");

    @Test
    void computesTheV1Vectors() {
        var event = "[{\"eventId\":1,\"subscriptionId\":12345,\"portalId\":62515,\"occurredAt\":1564113600000,"
                + "\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,\"objectId\":123,"
                + "\"changeSource\":\"CRM\",\"changeFlag\":\"NEW\",\"appId\":54321}]";

        assertThat(Signatures.v1(SECRET, BODY))
                .isEqualTo("69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750");
        assertThat(Signatures.v1(SECRET, bytes(event)))
                .isEqualTo("232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de");
    }

    @Test
    void computesTheV2Vectors() {
        assertThat(Signatures.v2(SECRET, "POST", URL, BODY))
                .isEqualTo("4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383");
        assertThat(Signatures.v2(SECRET, "GET", URL, new byte[0]))
                .isEqualTo("eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e");
    }

    @Test
    void computesTheV3Vectors() {
        assertThat(Signatures.v3(SECRET, "POST", URL, BODY, 1_693_657_560_000L))
                .isEqualTo("K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=");
        assertThat(Signatures.v3(SECRET, "POST", URL, BODY, 1_700_000_300_000L))
                .isEqualTo("RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=");
    }

    @Test
    void decodesOnlyTheListedEscapes() {
        var decoded = Signatures.decode("https://a.example/x%2Fy%3a%20z?q=%40%21%24%27%28%29%2A%2C%3B%26%3F%25%");

        assertThat(decoded).isEqualTo("https://a.example/x/y:%20z?q=@!$'()*,;%26?%25%");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
