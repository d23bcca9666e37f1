package dev.quotetocash.xero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.sync.TenantId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// The client under test, and what its replies hold.
final class Clients {

    static final URI API = URI.create("https://api.example/api.xro/2.0");

    private Clients() {}

    static XeroClient over(FakeHttp http) {
        return new XeroClient(http, new CountingTokens(), API, new TenantId("t-1"));
    }

    static XeroClient over(FakeHttp http, Tokens tokens) {
        return new XeroClient(http, tokens, API, new TenantId("t-1"));
    }

    static XeroClient in(ZoneId zone, FakeHttp http) {
        return new XeroClient(http, new CountingTokens(), API, new TenantId("t-1"), Optional.of(zone));
    }

    static <T> T value(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Ok.class);
        return ((Reply.Ok<T>) reply).value();
    }

    static <T> Instant at(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Ok.class);
        return ((Reply.Ok<T>) reply).at();
    }

    static <T> RemoteFailure failure(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed<T>) reply).failure();
    }

    /// Always has a token; counts how often it was refused and accepted.
    static final class CountingTokens implements Tokens {
        int refused;
        int accepted;

        @Override
        public Reply<String> current() {
            return new Reply.Ok<>("token-1", Instant.EPOCH);
        }

        @Override
        public void refused() {
            refused++;
        }

        @Override
        public void accepted() {
            accepted++;
        }
    }
}
