package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookReceiverTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final String INVOICE = "44aa0707-f718-4f1c-8d53-f2da9ca59533";

    private final List<Notice> queued = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Notices notices = (some, delay) -> queued.addAll(delay.isZero() ? some : List.of());
    private Instant now = TEN.plusSeconds(1);

    @Test
    void queuesOneNoticePerKindOfAHubSpotDelivery() {
        assertThat(receiver().hubspot(hubspot())).isEqualTo(200);

        assertThat(queued)
                .containsExactly(
                        notice(Notice.Kind.DEAL, "webhook:hubspot", "1246965"),
                        notice(Notice.Kind.LINE_ITEM, "webhook:hubspot", "9001"),
                        notice(Notice.Kind.CUSTOMER, "webhook:hubspot", "company#5005", "contact#7007"));
        assertThat(printed.size()).isZero();
    }

    @Test
    void queuesTheInvoicesOfAXeroDelivery() {
        assertThat(receiver().xero(xero())).isEqualTo(200);

        assertThat(queued).containsExactly(notice(Notice.Kind.XERO_INVOICE, "webhook:xero", INVOICE));
    }

    @Test
    void readsABodyThatTheGatewayEncoded() {
        var event = event("webhook-receiver-hubspot.json");
        event.setBody(Base64.getEncoder().encodeToString(event.getBody().getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);

        assertThat(receiver().hubspot(HttpCall.from(event))).isEqualTo(200);
        assertThat(queued).hasSize(3);
    }

    @Test
    void queuesNothingFromACallerItCannotVerify() {
        var receiver = receiver();

        assertThat(receiver.hubspot(Calls.without(hubspot(), HubSpotSignature.V3_HEADER)))
                .isEqualTo(401);
        assertThat(receiver.hubspot(Calls.withBody(hubspot(), "not JSON"))).isEqualTo(401);
        assertThat(receiver.xero(Calls.without(xero(), XeroSignature.HEADER))).isEqualTo(401);
        assertThat(receiver.xero(Calls.withBody(xero(), ""))).isEqualTo(401);

        assertThat(queued).isEmpty();
        assertThat(malformed).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"WebhookRejected\":1");
    }

    @Test
    void rejectsAnOldHubSpotDelivery() {
        now = TEN.plus(Duration.ofMinutes(6));

        assertThat(receiver().hubspot(hubspot())).isEqualTo(401);
        assertThat(queued).isEmpty();
    }

    @Test
    void answersTheProbesOfXero() {
        assertThat(receiver().xero(signed(XeroSignatureTest.INTENT_TO_RECEIVE))).isEqualTo(200);
        assertThat(receiver().xero(Calls.withBody(xero(), XeroSignatureTest.INTENT_TO_RECEIVE)))
                .isEqualTo(401);
        assertThat(queued).isEmpty();
    }

    @Test
    void keepsASignedBodyThatItCannotRead() {
        assertThat(receiver().xero(signed("{\"event\":[]}"))).isEqualTo(200);

        assertThat(malformed).containsExactly("xero: no JSON object with a list of events {\"event\":[]}");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"WebhookMalformed\":1");
        assertThat(queued).isEmpty();
    }

    @Test
    void countsEventsOfNoConcern() {
        var body = "{\"events\":[{\"eventCategory\":\"PAYMENT\",\"tenantId\":\"%s\"}]}"
                .formatted(pair().tenant().value());

        assertThat(receiver().xero(signed(body))).isEqualTo(200);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"EventUnknown\":1")
                .contains("\"System\":\"xero\"");
        assertThat(queued).isEmpty();
    }

    @Test
    void asksForARepeatWhenNothingCouldBeQueued() {
        notices = (some, delay) -> {
            throw new IllegalStateException("the queue is away, and " + some);
        };

        assertThat(receiver().hubspot(hubspot())).isEqualTo(503);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("java.lang.IllegalStateException")
                .doesNotContain("1246965");
    }

    @Test
    void asksForARepeatWhenItHasNoSecretYet() {
        var receiver = receiver("", "");

        assertThat(receiver.hubspot(hubspot())).isEqualTo(503);
        assertThat(receiver.xero(xero())).isEqualTo(503);
    }

    private WebhookReceiver receiver() {
        return receiver(Events.HUBSPOT_CLIENT_SECRET, Events.XERO_WEBHOOK_KEY);
    }

    private WebhookReceiver receiver(String hubspotSecret, String xeroKey) {
        InstantSource clock = () -> now;
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new WebhookReceiver(
                pair(),
                HubSpotSignature.V3,
                () -> hubspotSecret,
                () -> xeroKey,
                notices,
                (reason, body) -> malformed.add(reason + " " + new String(body, StandardCharsets.UTF_8)),
                clock,
                new Metrics(out, clock),
                new JsonLog(out, clock, "webhook-receiver"));
    }

    private static HttpCall hubspot() {
        return HttpCall.from(event("webhook-receiver-hubspot.json"));
    }

    private static HttpCall xero() {
        return HttpCall.from(event("webhook-receiver-xero.json"));
    }

    private static HttpCall signed(String body) {
        var mac = Hmac.sha256(Events.XERO_WEBHOOK_KEY, body.getBytes(StandardCharsets.UTF_8));
        return Calls.with(
                Calls.withBody(xero(), body),
                XeroSignature.HEADER,
                Base64.getEncoder().encodeToString(mac));
    }

    private static APIGatewayV2HTTPEvent event(String file) {
        return Events.read(file, APIGatewayV2HTTPEvent.class);
    }

    private static Pair pair() {
        return new Pair(new PortalId("62515"), new TenantId("e629a03c-7ffe-4913-bd94-ff2fdb36a702"));
    }

    private Notice notice(Notice.Kind kind, String trigger, String... ids) {
        return new Notice(kind, List.of(ids), trigger, now, 0);
    }
}
