package dev.quotetocash.sandbox.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import dev.quotetocash.sandbox.sim.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A simulator with a page for people before it: `GET /` is the page, `GET /ui/...` its parts, and everything
/// else goes to the simulator. The page is a client like any other: it only calls the simulator's public API
/// and its `/sim/`.
public final class Pages implements Simulator {

    /// The page loads nothing from elsewhere, runs no inline script and cannot be framed.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PARTS = "/ui/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator api;
    private final String page;
    private final Supplier<Map<String, String>> values;

    /// `page` names the page: `hubspot` or `xero`. `values` is what it reads from `/ui/values.json`: `token`,
    /// `tenant` and `other`, the address of the other simulator, each empty where there is none. It is asked on
    /// every request, since that address is known only once the other one listens.
    public Pages(Simulator api, String page, Supplier<Map<String, String>> values) {
        if (StaticFile.of(page + ".html").isEmpty()) throw new IllegalArgumentException("no such page: " + page);
        this.api = api;
        this.page = page;
        this.values = values;
    }

    @Override
    public SimResponse handle(SimRequest request) {
        return request.method().equals("GET")
                ? part(request.path()).orElseGet(() -> api.handle(request))
                : api.handle(request);
    }

    private Optional<SimResponse> part(String path) {
        if (path.equals("/")) return Optional.of(file(page + ".html"));
        if (path.equals(PARTS + "values.json")) return Optional.of(uncached(SimResponse.json(200, valuesAsJson())));
        return path.startsWith(PARTS) ? Optional.of(file(path.substring(PARTS.length()))) : Optional.empty();
    }

    private static SimResponse file(String name) {
        return uncached(StaticFile.of(name)
                .map(file -> new SimResponse(200, Map.of("Content-Type", file.contentType()), file.content()))
                .orElseGet(() -> new SimResponse(
                        404,
                        Map.of("Content-Type", "text/plain; charset=utf-8"),
                        "No such part of the page\n".getBytes(StandardCharsets.UTF_8))));
    }

    private static SimResponse uncached(SimResponse response) {
        return response.with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", POLICY);
    }

    private String valuesAsJson() {
        try {
            return JSON.writeValueAsString(values.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }
}
