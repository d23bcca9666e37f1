package dev.quotetocash.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// The frame of the pages that people see: no script, no image, the system's own fonts, light or dark as they
/// like it.
final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,sans-serif;margin:0;background:#fff;color:#1c1c1c}
            main{max-width:40rem;margin:0 auto;padding:2rem 1rem}
            h1{font-size:1.5rem;line-height:1.25}
            h2{font-size:1.125rem;margin:2rem 0 .25rem}
            p,form{margin:.5rem 0}
            a{color:#0b57a4}
            button{font:inherit;padding:.5rem 1rem;border:0;border-radius:.25rem;background:#0b57a4;color:#fff;cursor:pointer}
            button:focus-visible,a:focus-visible{outline:3px solid #c25700;outline-offset:2px}
            code,pre{font:.875rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
            pre{background:#f0f0f0;padding:.75rem;border-radius:.25rem}
            @media (prefers-color-scheme:dark){
            body{background:#161616;color:#ececec}
            a{color:#8fc3f5}
            button{background:#8fc3f5;color:#10202e}
            pre{background:#262626}
            }""";

    /// For pages and redirects alike. `form-action` is not limited: the buttons lead to us and from there to a
    /// vendor, who may lead on to another of its hosts, and browsers would hold that against it.
    static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; style-src '" + hash(STYLE) + "'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");

    private Html() {}

    /// `title` is text, `body` is HTML.
    static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(text(title), STYLE, text(title), body.strip());
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// As a policy names a style: https://www.w3.org/TR/CSP3/#match-element-to-source-list
    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
