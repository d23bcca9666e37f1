package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.LostReply;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// HubSpot's proxy behind `hubspot.fetch` of an app card (section 17): it signs the call, appends who makes it,
/// and retries once. `endpoint` is what listens at the address; it fails with an [UncheckedIOException] or
/// [LostReply] where a connection would break, and how long it takes is read off the clock.
public final class CardProxy {

    static final Duration TIMEOUT_MAX = Duration.ofSeconds(15);
    static final int BYTES_MAX = 1024 * 1024;
    static final int CONCURRENT_MAX = 20;
    private static final int TRIES = 2;

    private final HubSpotSettings settings;
    private final List<String> permittedUrls;
    private final InstantSource clock;
    private final Function<SimRequest, SimResponse> endpoint;
    private final AtomicInteger underWay = new AtomicInteger();

    /// `permittedUrls` are the app's `permittedUrls.fetch`; an address must lie at or below one of them.
    public CardProxy(
            HubSpotSettings settings,
            List<String> permittedUrls,
            InstantSource clock,
            Function<SimRequest, SimResponse> endpoint) {
        this.settings = settings;
        this.permittedUrls = List.copyOf(permittedUrls);
        this.clock = clock;
        this.endpoint = endpoint;
    }

    /// What a card asks for. `json` is empty when there is no body.
    public record Fetch(String method, String address, String json, Duration timeout) {

        /// A longer time than HubSpot allows is cut.
        public Fetch {
            timeout = timeout.compareTo(TIMEOUT_MAX) > 0 ? TIMEOUT_MAX : timeout;
        }

        public static Fetch post(String address, String json) {
            return new Fetch("POST", address, json, TIMEOUT_MAX);
        }
    }

    /// What the card is given: the endpoint's answer, or the proxy's own when there is none.
    public SimResponse fetch(Fetch fetch) {
        if (permittedUrls.stream().noneMatch(permitted -> covers(permitted, fetch.address())))
            return SimResponse.empty(403);
        if (fetch.json().getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) return SimResponse.empty(413);
        try {
            return underWay.incrementAndGet() > CONCURRENT_MAX ? SimResponse.empty(429) : tried(fetch);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /// The same origin, and a path at or below the permitted one.
    private static boolean covers(String permitted, String address) {
        var allowed = URI.create(permitted);
        var wanted = URI.create(address);
        if (!origin(allowed).equals(origin(wanted))) return false;
        var path = allowed.getPath().replaceAll("/+$", "");
        return wanted.getPath().equals(path) || wanted.getPath().startsWith(path + "/");
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    private SimResponse tried(Fetch fetch) {
        var reply = Optional.<SimResponse>empty();
        for (var tries = 0; tries < TRIES; tries++) {
            var start = clock.instant();
            reply = once(fetch, start);
            if (Duration.between(start, clock.instant()).compareTo(fetch.timeout()) > 0) return SimResponse.empty(504);
            if (reply.isPresent() && reply.get().status() < 500) break;
        }
        return reply.filter(answer -> answer.body().length <= BYTES_MAX).orElse(SimResponse.empty(502));
    }

    /// Empty when the connection fails.
    private Optional<SimResponse> once(Fetch fetch, Instant at) {
        try {
            return Optional.of(endpoint.apply(signed(fetch, at)));
        } catch (UncheckedIOException | LostReply broken) {
            return Optional.empty();
        }
    }

    private SimRequest signed(Fetch fetch, Instant at) {
        var address = fetch.address() + (fetch.address().contains("?") ? "&" : "?") + caller();
        var body = fetch.json().getBytes(StandardCharsets.UTF_8);
        var timestamp = at.toEpochMilli();
        var headers = new LinkedHashMap<String, String>();
        if (body.length > 0) headers.put("Content-Type", "application/json");
        headers.put(
                "X-HubSpot-Signature-v3",
                Signatures.v3(settings.clientSecret(), fetch.method(), address, body, timestamp));
        headers.put("X-HubSpot-Request-Timestamp", Long.toString(timestamp));
        var uri = URI.create(address);
        headers.put("Host", uri.getAuthority());
        return new SimRequest(fetch.method(), uri.getPath(), uri.getRawQuery(), headers, body);
    }

    private String caller() {
        var known = Map.of(
                "userId", Long.toString(Owners.USER_ID),
                "portalId", Long.toString(settings.portalId()),
                "userEmail", Owners.EMAIL,
                "appId", Long.toString(settings.appId()));
        var names = settings.is(Unconfirmed.CARD_FETCH_TELLS_EMAIL_AND_APP)
                ? List.of("userId", "portalId", "userEmail", "appId")
                : List.of("userId", "portalId");
        return names.stream()
                .map(name -> name + "=" + URLEncoder.encode(known.getOrDefault(name, ""), StandardCharsets.UTF_8))
                .reduce((left, right) -> left + "&" + right)
                .orElse("");
    }
}
