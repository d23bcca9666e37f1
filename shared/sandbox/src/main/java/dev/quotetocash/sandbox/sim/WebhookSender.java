package dev.quotetocash.sandbox.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Posts webhooks over HTTP, up to ten at a time, so that they overtake each other as real ones do. A
/// delivery that is not answered with 2xx in 5 seconds is signed anew and tried again a few times, soon; both
/// vendors take hours for that.
public final class WebhookSender implements Webhooks, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 5;

    /// HubSpot's default: docs/reference/hubspot-api.md, 9.1.
    private static final int CONCURRENT_MAX = 10;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(CONCURRENT_MAX, Thread.ofVirtual().factory());
    private final AtomicInteger underWay = new AtomicInteger();
    private final UnaryOperator<WebhookDelivery> resign;

    public WebhookSender(UnaryOperator<WebhookDelivery> resign) {
        this.resign = resign;
    }

    @Override
    public void send(WebhookDelivery delivery) {
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                deliver(delivery);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /// Webhooks that have been neither accepted nor given up yet.
    public int underWay() {
        return underWay.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }

    private void deliver(WebhookDelivery delivery) {
        var next = delivery;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (accepted(next)) return;
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            next = resign.apply(delivery);
        }
    }

    private boolean accepted(WebhookDelivery delivery) {
        var request = HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 300;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
