package dev.quotetocash.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern NAMED_IN_HTML = Pattern.compile("\"/ui/([^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("from '\\./([^']+)'");

    private final List<String> passedOn = new ArrayList<>();
    private final Pages pages = new Pages(
            request -> {
                passedOn.add(request.method() + " " + request.path());
                return SimResponse.json(418, "{}");
            },
            "xero",
            () -> Map.of("token", "a \"token\"", "tenant", "t", "other", "http://127.0.0.1:1"));

    @Test
    void servesThePageAtTheRoot() {
        var page = get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers()).containsEntry("Content-Type", "text/html; charset=utf-8");
        assertThat(page.text()).startsWith("<!doctype html>").contains("Simulated Xero", "Nothing here is real");
        assertThat(passedOn).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "base.css, text/css; charset=utf-8",
        "xero.js, text/javascript; charset=utf-8",
        "xero.svg, image/svg+xml",
        "hubspot.html, text/html; charset=utf-8"
    })
    void servesEveryPartAsWhatItIs(String name, String type) {
        var part = get("/ui/" + name);

        assertThat(part.status()).isEqualTo(200);
        assertThat(part.headers())
                .containsEntry("Content-Type", type)
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(part.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ui/base.css", "/ui/values.json", "/ui/none.js"})
    void letsNothingBeKeptAndNothingComeFromElsewhere(String path) {
        assertThat(get(path).headers())
                .containsEntry("Cache-Control", "no-store")
                .hasEntrySatisfying(
                        "Content-Security-Policy", policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void givesThePageItsValues() {
        var values = get("/ui/values.json");

        assertThat(values.headers()).containsEntry("Content-Type", "application/json");
        assertThat(Api.parse(values.text()).path("token").asText()).isEqualTo("a \"token\"");
        assertThat(Api.parse(values.text()).path("other").asText()).isEqualTo("http://127.0.0.1:1");
    }

    @Test
    void leavesEverythingElseToTheSimulator() {
        for (var call :
                List.of("POST /", "GET /api.xro/2.0/Invoices", "GET /sim/state", "GET /uix", "PUT /ui/base.css")) {
            var words = call.split(" ", -1);
            assertThat(send(words[0], words[1]).status()).as(call).isEqualTo(418);
        }
        assertThat(passedOn).hasSize(5).startsWith("POST /");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/",
                "/ui/none.css",
                "/ui/Pages.class",
                "/ui/package-info.class",
                "/ui/../pages/base.css",
                "/ui/./base.css",
                "/ui//base.css",
                "/ui/..%2fbase.css",
                "/ui/%2e%2e/base.css",
                "/ui/../../../../simplelogger.properties",
                "/ui/../sim/ControlledSimulator.class",
                "/ui/base.css/",
                "/ui/\\base.css"
            })
    void hasNoOtherParts(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(passedOn).isEmpty();
    }

    @Test
    void refusesAPageThatIsNot() {
        assertThatThrownBy(() -> new Pages(request -> SimResponse.empty(200), "payroll", Map::of))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payroll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot.html", "xero.html"})
    void hasEveryPartThatAPageNames(String page) {
        var known = new TreeSet<String>();
        var names = new ArrayList<>(List.of(page));
        while (!names.isEmpty()) {
            var name = names.removeLast();
            if (!known.add(name)) continue;
            var part = get("/ui/" + name);
            assertThat(part.status()).as(name).isEqualTo(200);
            NAMED_IN_HTML.matcher(part.text()).results().forEach(found -> names.add(found.group(1)));
            IMPORTED.matcher(part.text()).results().forEach(found -> names.add(found.group(1)));
        }
        assertThat(known).contains("base.css", "api.js", "control.js").hasSizeGreaterThan(10);
        assertThat(known)
                .allSatisfy(name -> assertThat(get("/ui/" + name).text().replace("http://www.w3.org/2000/svg", ""))
                        .doesNotContain("http://", "https://"));
    }

    private SimResponse get(String path) {
        return send("GET", path);
    }

    private SimResponse send(String method, String path) {
        return pages.handle(new SimRequest(method, path, "", Map.of(), new byte[0]));
    }
}
