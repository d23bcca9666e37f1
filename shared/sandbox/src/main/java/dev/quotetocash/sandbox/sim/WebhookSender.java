package dev.quotetocash.sandbox.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Drives a queue in real time: posts what is due over HTTP, each request in a thread of its own, so that
/// they overtake each other as real ones do. Redirects are not followed.
public final class WebhookSender implements AutoCloseable {

    /// How often it looks for what is due: the queue's clock may be advanced at any time.
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final WebhookQueue queue;
    private final HttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public WebhookSender(WebhookQueue queue) {
        this.queue = queue;
        this.client = HttpClient.newBuilder().connectTimeout(queue.timeout()).build();
        threads.execute(this::drive);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
        client.close();
    }

    private void drive() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sendDue();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// What an answer makes room for is sent at once.
    private void sendDue() {
        try {
            for (var attempt : queue.begin()) {
                threads.execute(() -> {
                    queue.report(attempt, post(attempt.delivery()));
                    sendDue();
                });
            }
        } catch (RejectedExecutionException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookOutcome post(WebhookDelivery delivery) {
        try {
            var request = HttpRequest.newBuilder(URI.create(delivery.url()))
                    .timeout(queue.timeout())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
            delivery.headers().forEach(request::header);
            return WebhookOutcome.answered(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (HttpTimeoutException late) {
            return WebhookOutcome.timedOut();
        } catch (IOException | RuntimeException impossible) {
            return WebhookOutcome.refused();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return WebhookOutcome.refused();
        }
    }
}
