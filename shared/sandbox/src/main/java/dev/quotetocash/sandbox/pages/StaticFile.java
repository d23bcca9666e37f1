package dev.quotetocash.sandbox.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a page, from the class path.
record StaticFile(String contentType, byte[] content) {

    /// Plain lower-case names in one folder: no name leads out of it, and nothing compiled is served.
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:-[a-z]+)*\\.(html|css|js|svg)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /// Empty if there is no such file, or if that is no name of one.
    static Optional<StaticFile> of(String name) {
        var matcher = NAME.matcher(name);
        if (!matcher.matches()) return Optional.empty();
        return read(name).map(content -> new StaticFile(TYPES.getOrDefault(matcher.group(1), ""), content));
    }

    private static Optional<byte[]> read(String name) {
        try (var stream = StaticFile.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page's part " + name, e);
        }
    }
}
