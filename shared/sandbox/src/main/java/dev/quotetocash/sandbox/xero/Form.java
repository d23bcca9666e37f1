package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a form, of a body or a query. Blank ones count as not sent.
record Form(SimRequest fields) {

    static Form body(SimRequest request) {
        return new Form(new SimRequest("POST", "", request.text(), Map.of(), new byte[0]));
    }

    /// The body, then the query.
    static Form bodyAndQuery(SimRequest request) {
        var both = request.text() + "&" + request.rawQuery();
        return new Form(new SimRequest("POST", "", both, Map.of(), new byte[0]));
    }

    Optional<String> field(String name) {
        return fields.query(name).filter(value -> !value.isBlank());
    }

    String text(String name) {
        return field(name).orElse("");
    }

    List<String> words(String name) {
        return field(name).map(text -> List.of(text.strip().split("\\s+"))).orElse(List.of());
    }

    /// Client id and secret by Basic authentication, else by the form; the secret is empty when none came.
    Map.Entry<String, String> client(SimRequest request) {
        var header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Map.entry(text("client_id"), text("client_secret"));
        }
        var pair = decoded(header.substring(6).strip()).split(":", 2);
        return Map.entry(pair[0], pair.length > 1 ? pair[1] : "");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
