package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.quotetocash.engine.Http;
import dev.quotetocash.sync.Lane;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Http.Request REQUEST =
            new Http.Request("GET", URI.create("https://api.example"), Map.of(), new byte[0], Lane.CHANGE);

    private final Deadline deadline = new Deadline(InstantSource.fixed(NOON));
    private final Http http = deadline.guarding(_ -> new Http.HttpReply.Answered(200, Map.of(), new byte[0]));

    @Test
    void sendsWhileThereIsTimeForTheWholeCall() {
        deadline.of(withRemaining(31_000));

        assertThat(http.send(REQUEST)).isInstanceOf(Http.HttpReply.Answered.class);
    }

    @Test
    void sendsNothingThatMightBeCutOff() {
        deadline.of(withRemaining(29_000));

        assertThat(http.send(REQUEST)).isInstanceOf(Http.HttpReply.NotSent.class);
    }

    private static Context withRemaining(int milliseconds) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> milliseconds);
    }
}
