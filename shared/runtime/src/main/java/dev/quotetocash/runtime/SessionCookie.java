package dev.quotetocash.runtime;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/// The cookie that holds a person's session. `__Host-` has the browser refuse it from any other host and over
/// plain HTTP. Only the sandbox has no TLS, on this machine, and there it goes without.
record SessionCookie(String name, boolean secure) {

    private static final SessionCookie PUBLIC = new SessionCookie("__Host-connect", true);
    private static final SessionCookie SANDBOX = new SessionCookie("connect", false);

    static SessionCookie at(URI api) {
        var isHere = "http".equals(api.getScheme()) && api.getHost().matches("localhost|127\\.0\\.0\\.1");
        return isHere ? SANDBOX : PUBLIC;
    }

    Optional<String> of(HttpCall call) {
        return call.header("cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// Lax, because the way back from a vendor's page begins at another site.
    String set(String session) {
        return name + "=" + session + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
