package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Notice;
import dev.quotetocash.sync.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XeroEnvelopeTest {

    private static final String INVOICE = "44aa0707-f718-4f1c-8d53-f2da9ca59533";
    private static final TenantId TENANT = new TenantId("e629a03c-7ffe-4913-bd94-ff2fdb36a702");

    @Test
    void namesAnInvoiceOnceHoweverOftenItChanged() {
        var envelope = parse(XeroSignatureTest.TWO_UPDATES);

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.XERO_INVOICE, List.of(INVOICE)));
        assertThat(envelope.unknown()).isZero();
        assertThat(envelope.defect()).isEmpty();
    }

    @Test
    void readsTheProbeOfANewAddress() {
        var envelope = parse(XeroSignatureTest.INTENT_TO_RECEIVE);

        assertThat(envelope.ids()).isEmpty();
        assertThat(envelope.defect()).isEmpty();
    }

    @Test
    void countsOtherCategoriesAndOtherOrganisations() {
        var envelope = parse("{\"events\":[" + event("CREDITNOTE", INVOICE, TENANT.value()) + ","
                + event("INVOICE", INVOICE, "aef86862-2015-4b6b-88bc-d89032cecc50") + ","
                + event("INVOICE", INVOICE, TENANT.value()) + "]}");

        assertThat(envelope.ids()).containsOnlyKeys(Notice.Kind.XERO_INVOICE);
        assertThat(envelope.unknown()).isEqualTo(2);
    }

    @Test
    void keepsWhatItCouldReadBesideADefect() {
        var envelope = parse("{\"events\":[" + event("INVOICE", "../../x#1", TENANT.value()) + ",{},"
                + event("INVOICE", INVOICE.toUpperCase(Locale.ROOT), TENANT.value()) + "]}");

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.XERO_INVOICE, List.of(INVOICE)));
        assertThat(envelope.defect()).contains("an INVOICE event without a GUID in resourceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"events\":{}}", "{\"events\":[7]}", "{\"events\":[null]}"})
    void tellsWhatItCannotRead(String body) {
        assertThat(parse(body).defect()).isPresent();
        assertThat(parse(body).ids()).isEmpty();
    }

    private static Envelope parse(String body) {
        return XeroEnvelope.parse(body.getBytes(StandardCharsets.UTF_8), TENANT);
    }

    private static String event(String category, String id, String tenant) {
        return "{\"resourceId\":\"%s\",\"eventCategory\":\"%s\",\"tenantId\":\"%s\",\"eventType\":\"UPDATE\"}"
                .formatted(id, category, tenant);
    }
}
