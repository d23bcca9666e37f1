package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The vectors are those of docs/reference/xero-api.md, 10.3.
class XeroSignatureTest {

    static final String INTENT_TO_RECEIVE =
            "{\"events\":[],\"firstEventSequence\": 0,\"lastEventSequence\": 0, \"entropy\": \"NLDZEGWUXNHESAQVGLYF\"}";

    static final String TWO_UPDATES = "{\"events\":[{\"resourceUrl\":\"https://api.xero.com/api.xro/2.0/Invoices/"
            + "44aa0707-f718-4f1c-8d53-f2da9ca59533\","
            + "\"resourceId\":\"44aa0707-f718-4f1c-8d53-f2da9ca59533\","
            + "\"eventDateUtc\":\"2018-02-09T09:18:28.917Z\","
            + "\"eventType\":\"UPDATE\",\"eventCategory\":\"INVOICE\","
            + "\"tenantId\":\"e629a03c-7ffe-4913-bd94-ff2fdb36a702\",\"tenantType\":\"ORGANISATION\"},"
            + "{\"resourceUrl\":\"https://api.xero.com/api.xro/2.0/Invoices/"
            + "44aa0707-f718-4f1c-8d53-f2da9ca59533\","
            + "\"resourceId\":\"44aa0707-f718-4f1c-8d53-f2da9ca59533\","
            + "\"eventDateUtc\":\"2018-02-09T09:19:05.06Z\","
            + "\"eventType\":\"UPDATE\",\"eventCategory\":\"INVOICE\","
            + "\"tenantId\":\"e629a03c-7ffe-4913-bd94-ff2fdb36a702\",\"tenantType\":\"ORGANISATION\"}],"
            + "\"firstEventSequence\": 2,\"lastEventSequence\": 3, \"entropy\": \"GATSEZXWIBPBRNQOTMOH\"}";

    private static final String KEY = "test_key";

    @Test
    void acceptsTheProbeOfANewAddress() {
        assertThat(verifies(INTENT_TO_RECEIVE, "ixznmr+Pdl6QymsWZM+9UkY4lu97q04sJyejmSOp25U="))
                .isTrue();
    }

    @Test
    void acceptsAnUpdateAsXeroSpacesIt() {
        assertThat(verifies(TWO_UPDATES, "zJYh9yng0/HcT/y1dXGczF3xiOBGq5VG7fPNYBcpWZg="))
                .isTrue();
    }

    @Test
    void rejectsWhateverDiffersByOneCharacter() {
        assertThat(verifies(INTENT_TO_RECEIVE + " ", "ixznmr+Pdl6QymsWZM+9UkY4lu97q04sJyejmSOp25U="))
                .isFalse();
        assertThat(verifies(INTENT_TO_RECEIVE, "ixznmr+Pdl6QymsWZM+9UkY4lu97q04sJyejmSOp25V="))
                .isFalse();
        assertThat(verifies(INTENT_TO_RECEIVE, "")).isFalse();
    }

    @Test
    void rejectsACallWithoutSignature() {
        assertThat(XeroSignature.verifies(
                        Calls.post("https://bridge.example/xero/webhooks", INTENT_TO_RECEIVE, Map.of()), KEY))
                .isFalse();
    }

    private static boolean verifies(String body, String signature) {
        var call = Calls.post("https://bridge.example/xero/webhooks", body, Map.of("X-Xero-Signature", signature));
        return XeroSignature.verifies(call, KEY);
    }
}
