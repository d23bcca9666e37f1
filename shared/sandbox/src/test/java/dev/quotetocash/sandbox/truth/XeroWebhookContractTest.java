package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.XeroSignature;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The simulator's webhooks against Xero's document, and the bridge's check of them against the published
/// vectors (reference/xero-api.md, 10).
class XeroWebhookContractTest {

    @Test
    void sendsWhatTheDocumentForesees() {
        var truth = new Truth(XeroDocuments.text("xero-webhooks.yaml"));
        var sent = new Desk().furnished().webhooks;

        assertThat(sent).hasSizeGreaterThan(3);
        assertThat(sent.stream().flatMap(delivery -> judged(truth, delivery).stream()))
                .isEmpty();
    }

    /// Section 10.1: the numbers 0 are Xero's own, although its schema begins with 1.
    @Test
    void probesWithNumbersThatTheDocumentDoesNotForesee() {
        var truth = new Truth(XeroDocuments.text("xero-webhooks.yaml"));
        var settings = new Desk().settings;
        var queue = new WebhookQueue(
                XeroSimulator.webhookPolicy(settings),
                XeroSimulator.webhookForm(settings),
                new SimClock(InstantSource.fixed(Instant.EPOCH)),
                7);
        var probes = new ArrayList<WebhookDelivery>();
        queue.sendTo(settings.webhookUrl());
        queue.deliverDue(probe -> {
            probes.add(probe);
            return 200;
        });

        assertThat(probes)
                .isNotEmpty()
                .allSatisfy(probe -> assertThat(judged(truth, probe))
                        .extracting(Finding::at)
                        .containsExactlyInAnyOrder("/firstEventSequence", "/lastEventSequence"));
    }

    @Test
    void signsWhatTheBridgeVerifies() {
        var desk = new Desk().furnished();

        assertThat(desk.webhooks)
                .allMatch(sent -> XeroSignature.verifies(
                        new HttpCall("POST", sent.url(), sent.headers(), sent.body()), desk.settings.webhookKey()));
    }

    @Test
    void verifiesThePublishedBodies() {
        assertVector("vectors/itr.body", 95, "ixznmr+Pdl6QymsWZM+9UkY4lu97q04sJyejmSOp25U=");
        assertVector("vectors/invoice-update-x2.body", 725, "zJYh9yng0/HcT/y1dXGczF3xiOBGq5VG7fPNYBcpWZg=");
    }

    private static void assertVector(String file, int size, String signature) {
        var body = XeroDocuments.bytes(file);

        assertThat(body).as(file).hasSize(size);
        var call = new HttpCall("POST", "https://bridge.example", Map.of(XeroSignature.HEADER, signature), body);
        assertThat(XeroSignature.verifies(call, "test_key")).as(file).isTrue();
    }

    private static List<Finding> judged(Truth truth, WebhookDelivery sent) {
        var name = new String(sent.body(), StandardCharsets.UTF_8).contains("\"CONTACT\"") ? "contacts" : "invoices";
        return truth.judgeWebhook(name, new SimRequest("POST", "/" + name, "", sent.headers(), sent.body()));
    }
}
