package dev.quotetocash.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import java.net.URI;

/// The client under test, and what its replies hold.
final class Clients {

    private Clients() {}

    static HubSpotClient over(FakeHttp http) {
        return new HubSpotClient(http, new StaticToken(() -> "pat-1"), URI.create("https://api.example"), "2026-09");
    }

    static <T> T value(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Ok.class);
        return ((Reply.Ok<T>) reply).value();
    }

    static <T> RemoteFailure failure(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed<T>) reply).failure();
    }
}
