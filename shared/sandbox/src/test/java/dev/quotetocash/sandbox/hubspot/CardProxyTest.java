package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.hubspot.CardProxy.Fetch;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CardProxyTest {

    private static final String BASE = "https://bridge.example/hubspot/card/";
    private static final Fetch FETCH = Fetch.post(BASE + "create-invoice", "{\"dealId\":\"512\"}");

    private final HubSpotSettings settings = HubSpotSettings.sandbox();
    private final List<SimRequest> received = new ArrayList<>();
    private Instant now = Hub.START;

    @Test
    void signsTheAddressWithTheCallerAppended() {
        var reply = proxy(_ -> SimResponse.empty(202)).fetch(FETCH);

        var request = received.getFirst();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(request.path()).isEqualTo("/hubspot/card/create-invoice");
        assertThat(request.rawQuery())
                .isEqualTo("userId=4711&portalId=33000033&userEmail=sam.seller%40example.com&appId=1160452");
        assertThat(request.text()).isEqualTo("{\"dealId\":\"512\"}");
        assertThat(request.header("X-HubSpot-Signature-v3")).contains(signature(request));
    }

    @Test
    void keepsTheCardsOwnQueryInFront() {
        proxy(_ -> SimResponse.empty(200)).fetch(new Fetch("GET", BASE + "status?deal=512", "", Duration.ofSeconds(5)));

        assertThat(received.getFirst().rawQuery()).startsWith("deal=512&userId=4711");
        assertThat(received.getFirst().header("X-HubSpot-Signature-v3")).contains(signature(received.getFirst()));
    }

    @Test
    void tellsLessOfTheCallerWhenSwitchedSo() {
        var terse = settings.with(Unconfirmed.CARD_FETCH_TELLS_EMAIL_AND_APP, false);

        proxy(terse, _ -> SimResponse.empty(200)).fetch(FETCH);

        assertThat(received.getFirst().rawQuery()).isEqualTo("userId=4711&portalId=33000033");
    }

    @Test
    void retriesOnceOnAServerErrorAndOnABrokenConnection() {
        var failing = proxy(_ -> SimResponse.empty(503)).fetch(FETCH);
        assertThat(failing.status()).isEqualTo(503);
        assertThat(received).hasSize(2);

        received.clear();
        var recovering = proxy(_ -> received.size() == 1 ? broken() : SimResponse.empty(202))
                .fetch(FETCH);
        assertThat(recovering.status()).isEqualTo(202);
        assertThat(received).hasSize(2);

        received.clear();
        assertThat(proxy(_ -> broken()).fetch(FETCH).status()).isEqualTo(502);
        assertThat(received).hasSize(2);
    }

    @Test
    void doesNotRetryWhatTheEndpointRefuses() {
        assertThat(proxy(_ -> SimResponse.empty(409)).fetch(FETCH).status()).isEqualTo(409);
        assertThat(received).hasSize(1);
    }

    @Test
    void waitsForFifteenSecondsAtMost() {
        var patient = new Fetch("POST", BASE + "slow", "", Duration.ofMinutes(1));

        assertThat(patient.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(proxy(_ -> takes(Duration.ofSeconds(15))).fetch(patient).status())
                .isEqualTo(200);
        assertThat(proxy(_ -> takes(Duration.ofMillis(15_001))).fetch(patient).status())
                .isEqualTo(504);
    }

    @Test
    void carriesAMegabyteEachWay() {
        var largest = "x".repeat(CardProxy.BYTES_MAX);

        assertThat(proxy(_ -> SimResponse.json(200, largest))
                        .fetch(Fetch.post(BASE, largest))
                        .status())
                .isEqualTo(200);
        assertThat(proxy(_ -> SimResponse.empty(200))
                        .fetch(Fetch.post(BASE, largest + "x"))
                        .status())
                .isEqualTo(413);
        assertThat(proxy(_ -> SimResponse.json(200, largest + "x")).fetch(FETCH).status())
                .isEqualTo(502);
    }

    @Test
    void refusesTheTwentyFirstCallAtATime() {
        var proxy = new ArrayList<CardProxy>();
        var refused = new ArrayList<Integer>();
        proxy.add(proxy(_ -> {
            if (refused.isEmpty()) {
                var nested = proxy.getFirst().fetch(FETCH);
                if (nested.status() == 429) refused.add(received.size());
            }
            return SimResponse.empty(200);
        }));

        proxy.getFirst().fetch(FETCH);

        assertThat(refused).containsExactly(20);
        assertThat(proxy.getFirst().fetch(FETCH).status()).isEqualTo(200);
    }

    @Test
    void callsOnlyPermittedAddresses() {
        var elsewhere = proxy(_ -> SimResponse.empty(200)).fetch(Fetch.post("https://elsewhere.example/", "{}"));

        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(received).isEmpty();
    }

    private String signature(SimRequest request) {
        var address = "https://bridge.example" + request.path() + "?" + request.rawQuery();
        return Signatures.v3(
                settings.clientSecret(), request.method(), address, request.body(), Hub.START.toEpochMilli());
    }

    private SimResponse takes(Duration time) {
        now = now.plus(time);
        return SimResponse.empty(200);
    }

    private static SimResponse broken() {
        throw new UncheckedIOException(new IOException("connection reset"));
    }

    private CardProxy proxy(Function<SimRequest, SimResponse> endpoint) {
        return proxy(settings, endpoint);
    }

    private CardProxy proxy(HubSpotSettings with, Function<SimRequest, SimResponse> endpoint) {
        return new CardProxy(with, List.of("https://bridge.example/"), () -> now, request -> {
            received.add(request);
            return endpoint.apply(request);
        });
    }

    @Test
    void callsNoAddressThatOnlyLooksPermitted() {
        for (var permitted : List.of("https://bridge.example", "https://bridge.example/card")) {
            var proxy = new CardProxy(settings, List.of(permitted), () -> now, _ -> SimResponse.empty(200));
            for (var address : List.of(
                    "https://bridge.example.evil.test/card",
                    "https://bridge.example@evil.test/card",
                    "http://bridge.example/card"))
                assertThat(proxy.fetch(Fetch.post(address, "{}")).status()).isEqualTo(403);
            assertThat(proxy.fetch(Fetch.post("https://bridge.example/card/pay", "{}"))
                            .status())
                    .isEqualTo(200);
        }
        var below =
                new CardProxy(settings, List.of("https://bridge.example/card"), () -> now, _ -> SimResponse.empty(200));
        assertThat(below.fetch(Fetch.post("https://bridge.example/cards", "{}")).status())
                .isEqualTo(403);
    }
}
