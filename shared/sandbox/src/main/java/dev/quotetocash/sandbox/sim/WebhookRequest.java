package dev.quotetocash.sandbox.sim;

import java.time.Instant;
import java.util.List;

/// What one attempt is to send. `number` is the webhook's, the same in every attempt; `attempt` is 0 at first
/// and counts the retries. Only a probe is not `rightlySigned`. `at` is the time of signing, as the
/// receiver's clock has it.
public record WebhookRequest(
        long number, String url, List<WebhookEvent> events, int attempt, boolean rightlySigned, Instant at) {

    public WebhookRequest {
        events = List.copyOf(events);
    }

    /// The first attempt, rightly signed.
    public static WebhookRequest first(String url, List<WebhookEvent> events, Instant at) {
        return new WebhookRequest(1, url, events, 0, true, at);
    }
}
