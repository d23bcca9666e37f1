package dev.quotetocash.sandbox.sim;

import java.time.Duration;
import java.util.Optional;

/// How a vendor delivers webhooks, as data.
///
/// - `eventsPerRequest`: the most events that go into one request
/// - `joinsWaiting`: events that wait are put into one request
/// - `concurrent`: the most requests under way at a time
/// - `stalls`: while one webhook waits for its retry, no other is sent
/// - `timeout`: of a request
/// - `proof`: what the endpoint must show; without it no endpoint is ever switched off
public record WebhookPolicy(
        int eventsPerRequest,
        boolean joinsWaiting,
        int concurrent,
        boolean stalls,
        Duration timeout,
        WebhookRetries retries,
        Optional<Proof> proof) {

    private static final int HUBSPOT_CONCURRENT_LEAST = 6;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofHours(24);

    /// An endpoint must first answer `probes` rightly; once it fails for too long it is switched off, and
    /// events are `kept` until it answers probes again.
    public record Proof(int probes, Duration kept) {}

    /// hubspot-api.md, 9.1. `maxConcurrentRequests` is 10 unless the app says otherwise, and must exceed 5.
    /// The ten retries are spread over the day evenly, but for chance.
    public static WebhookPolicy hubspot(int maxConcurrentRequests) {
        if (maxConcurrentRequests < HUBSPOT_CONCURRENT_LEAST) {
            throw new IllegalArgumentException("maxConcurrentRequests must exceed 5: " + maxConcurrentRequests);
        }
        var retries = new WebhookRetries(false, Duration.ofMinutes(72), Duration.ofMinutes(144), 10, DAY);
        return new WebhookPolicy(100, false, maxConcurrentRequests, false, TIMEOUT, retries, Optional.empty());
    }

    /// xero-api.md, 10.1. How many events a payload may hold is not stated there.
    public static WebhookPolicy xero(boolean stalls) {
        var quarter = Duration.ofMinutes(15);
        var retries = new WebhookRetries(true, quarter, quarter, Integer.MAX_VALUE, DAY);
        return new WebhookPolicy(
                100, true, 1, stalls, TIMEOUT, retries, Optional.of(new Proof(4, Duration.ofDays(31))));
    }

    /// The same with all pauses between attempts, and the patience, shorter. The time-out stays.
    public WebhookPolicy faster(int times) {
        return new WebhookPolicy(
                eventsPerRequest, joinsWaiting, concurrent, stalls, timeout, retries.faster(times), proof);
    }
}
