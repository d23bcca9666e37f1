package dev.quotetocash.sandbox.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A queue with its clock and the endpoint that it sends to, for a test. A body is the numbers of its events;
/// the endpoint accepts what is rightly signed unless it is broken.
final class Endpoint {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final String ADDRESS = "https://bridge.test/webhooks";

    private Instant now = START;
    final SimClock clock = new SimClock(() -> now);
    final WebhookQueue queue;
    final List<String> received = new ArrayList<>();
    final List<Instant> attemptedAt = new ArrayList<>();
    boolean broken;
    boolean believesAnything;

    Endpoint(WebhookPolicy policy, long seed) {
        queue = new WebhookQueue(policy, Endpoint::sign, clock, seed);
    }

    static Endpoint ofHubSpot() {
        var endpoint = new Endpoint(WebhookPolicy.hubspot(10), 7);
        endpoint.queue.sendTo(ADDRESS);
        return endpoint;
    }

    /// One that has proved itself.
    static Endpoint ofXero() {
        var endpoint = new Endpoint(WebhookPolicy.xero(true), 7);
        endpoint.queue.sendTo(ADDRESS);
        endpoint.deliver();
        endpoint.forget();
        return endpoint;
    }

    void tell(int number) {
        tell(number, "");
    }

    void tell(int number, String pipeline) {
        queue.tell(List.of(new WebhookEvent(number, pipeline, Integer.toString(number))));
    }

    int deliver() {
        return queue.deliverDue(this::answer);
    }

    /// Delivers all that becomes due within `time`, at its time.
    void pass(Duration time) {
        var end = now.plus(time);
        deliver();
        for (var next = queue.nextDue(); next.isPresent() && !next.get().isAfter(end); next = queue.nextDue()) {
            if (next.get().isAfter(now)) now = next.get();
            deliver();
        }
        now = end;
    }

    void forget() {
        received.clear();
        attemptedAt.clear();
    }

    WebhookReport report() {
        return queue.report(Integer.MAX_VALUE);
    }

    private int answer(WebhookDelivery delivery) {
        received.add(new String(delivery.body(), StandardCharsets.UTF_8));
        attemptedAt.add(now);
        if (broken) return 503;
        return believesAnything || delivery.headers().containsKey("right") ? 200 : 401;
    }

    private static WebhookDelivery sign(WebhookRequest request) {
        var body = request.events().stream().map(WebhookEvent::json).collect(Collectors.joining(","));
        return new WebhookDelivery(
                request.url(),
                Map.of(
                        request.rightlySigned() ? "right" : "wrong",
                        "",
                        "attempt",
                        Integer.toString(request.attempt()),
                        "at",
                        request.at().toString()),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
