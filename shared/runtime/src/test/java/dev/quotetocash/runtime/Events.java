package dev.quotetocash.runtime;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sample events of the repository, read as the Lambda runtime reads them. Their webhooks are signed with
/// [#HUBSPOT_CLIENT_SECRET] and [#XERO_WEBHOOK_KEY], at 10:00 on 2026-11-23.
final class Events {

    static final String HUBSPOT_CLIENT_SECRET = "sandbox-hubspot-client-secret";
    static final String XERO_WEBHOOK_KEY = "sandbox-xero-webhook-key";

    private Events() {}

    static <E> E read(String file, Class<E> type) {
        try {
            var json = Files.readAllBytes(Path.of("..", "..", "events", file));
            return LambdaEventSerializers.serializerFor(type, Events.class.getClassLoader())
                    .fromJson(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
