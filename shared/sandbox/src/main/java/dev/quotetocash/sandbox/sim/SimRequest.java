package dev.quotetocash.sandbox.sim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An HTTP request as a value. `rawQuery` is as sent, without the `?`, empty when there is none; header names are
/// lower case.
public record SimRequest(String method, String path, String rawQuery, Map<String, String> headers, byte[] body) {

    public SimRequest {
        var lowered = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> lowered.put(name.toLowerCase(java.util.Locale.ROOT), value));
        headers = lowered;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /// The first value of a query parameter, decoded.
    public Optional<String> query(String name) {
        return rawQuery.isEmpty() ? Optional.empty() : queries(name).stream().findFirst();
    }

    /// Every value of a query parameter that may be repeated, decoded, in order.
    public List<String> queries(String name) {
        var values = new ArrayList<String>();
        for (int from = 0, end; from < rawQuery.length(); from = end + 1) {
            end = endOf(from);
            var equals = rawQuery.indexOf('=', from);
            var keyEnd = equals < 0 || equals > end ? end : equals;
            if (!decode(rawQuery.substring(from, keyEnd)).equals(name)) continue;
            values.add(keyEnd == end ? "" : decode(rawQuery.substring(keyEnd + 1, end)));
        }
        return values;
    }

    /// Where the pair that begins there ends.
    private int endOf(int from) {
        var end = rawQuery.indexOf('&', from);
        return end < 0 ? rawQuery.length() : end;
    }

    /// Whether every `%` of the query begins an escape.
    public boolean decodes() {
        try {
            decode(rawQuery);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Most texts have nothing to decode, and this is asked of every pair of every query.
    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
