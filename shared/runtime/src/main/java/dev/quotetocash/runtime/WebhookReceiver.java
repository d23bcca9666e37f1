package dev.quotetocash.runtime;

import dev.quotetocash.engine.Notices;
import dev.quotetocash.sync.Pair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/// Takes webhooks: verifies, queues what they name, and answers with a status. What was answered with 200 is
/// queued.
///
/// | Status | Means |
/// | --- | --- |
/// | 401 | no valid signature; nothing was done |
/// | 200 | queued, or kept with the malformed ones, or of no concern |
/// | 503 | our own trouble; the vendor repeats it |
public final class WebhookReceiver {

    private static final int ACCEPTED = 200;
    private static final int UNVERIFIED = 401;
    private static final int NOT_NOW = 503;

    private final Pair pair;
    private final HubSpotSignature hubspotSignature;
    private final Supplier<String> hubspotClientSecret;
    private final Supplier<String> xeroWebhookKey;
    private final Notices notices;
    private final Malformed malformed;
    private final InstantSource clock;
    private final Metrics metrics;
    private final JsonLog log;

    /// The secrets are asked for with each call: they may be rotated.
    public WebhookReceiver(
            Pair pair,
            HubSpotSignature hubspotSignature,
            Supplier<String> hubspotClientSecret,
            Supplier<String> xeroWebhookKey,
            Notices notices,
            Malformed malformed,
            InstantSource clock,
            Metrics metrics,
            JsonLog log) {
        this.pair = pair;
        this.hubspotSignature = hubspotSignature;
        this.hubspotClientSecret = hubspotClientSecret;
        this.xeroWebhookKey = xeroWebhookKey;
        this.notices = notices;
        this.malformed = malformed;
        this.clock = clock;
        this.metrics = metrics;
        this.log = log;
    }

    public int hubspot(HttpCall call) {
        return receive(
                "hubspot",
                call,
                () -> isSigned(call, HubSpotSignature.V3_HEADER, HubSpotSignature.V1_HEADER)
                        && hubspotSignature.verifies(call, hubspotClientSecret.get(), clock.instant()),
                () -> HubSpotEnvelope.parse(call.body(), pair.portal()));
    }

    public int xero(HttpCall call) {
        return receive(
                "xero",
                call,
                () -> isSigned(call, XeroSignature.HEADER) && XeroSignature.verifies(call, xeroWebhookKey.get()),
                () -> XeroEnvelope.parse(call.body(), pair.tenant()));
    }

    private int receive(String system, HttpCall call, Supplier<Boolean> verified, Supplier<Envelope> parsed) {
        try {
            if (!verified.get()) {
                count(Metric.WEBHOOK_REJECTED, 1, system);
                return UNVERIFIED;
            }
            accept(system, call, parsed.get());
            return ACCEPTED;
        } catch (RuntimeException trouble) {
            count(Metric.WEBHOOK_DEFERRED, 1, system);
            log.error("A webhook could not be taken", Map.of("system", system), trouble);
            return NOT_NOW;
        }
    }

    /// Whoever does not even claim to be the vendor costs no secret. It also keeps secrets out of a primed
    /// snapshot.
    private static boolean isSigned(HttpCall call, String... headers) {
        return Arrays.stream(headers).anyMatch(name -> call.header(name).isPresent());
    }

    private void accept(String system, HttpCall call, Envelope envelope) {
        var named = envelope.notices("webhook:" + system, clock.instant());
        if (!named.isEmpty()) notices.enqueue(named, Duration.ZERO);
        if (envelope.unknown() > 0) count(Metric.EVENT_UNKNOWN, envelope.unknown(), system);
        envelope.defect().ifPresent(defect -> {
            malformed.keep(system + ": " + defect, call.body());
            count(Metric.WEBHOOK_MALFORMED, 1, system);
            log.warn("A webhook could not be read in full", Map.of("system", system, "defect", defect));
        });
    }

    private void count(Metric metric, long count, String system) {
        metrics.count(metric, count, Map.of("System", system));
    }
}
