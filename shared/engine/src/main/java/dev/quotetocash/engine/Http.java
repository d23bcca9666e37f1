package dev.quotetocash.engine;

import dev.quotetocash.sync.Lane;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One HTTP exchange: request in, reply out. Never retries and never follows redirects; the deadline is the
/// caller's.
public interface Http {

    /// Longer than this no vendor call may take.
    Duration TIMEOUT_MAX = Duration.ofSeconds(25);

    HttpReply send(Request request);

    /// The body of `application/x-www-form-urlencoded`.
    static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Header names as they are to be sent; an empty body is no body. `lane` is what the call is for, should calls
    /// get scarce.
    record Request(String method, URI uri, Map<String, String> headers, byte[] body, Lane lane) {

        /// Without headers and body: they hold the token and customers' data.
        @Override
        public String toString() {
            return method + " " + uri.getPath();
        }
    }

    sealed interface HttpReply {

        /// Header names are lower case.
        record Answered(int status, Map<String, String> headers, byte[] body) implements HttpReply {
            private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

            public Optional<String> header(String name) {
                return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
            }

            /// A header that is a whole number of a few digits; anything else is none.
            public Optional<Integer> number(String name) {
                return header(name)
                        .map(String::strip)
                        .filter(text -> WHOLE.matcher(text).matches())
                        .map(Integer::valueOf);
            }
        }

        /// Nothing was sent: connection refused, unknown host.
        record NotSent(String why) implements HttpReply {}

        /// Nothing was sent, because a limit of the vendor would be exceeded; there may be room after `delay`.
        record Withheld(Duration delay) implements HttpReply {}

        /// Sent, perhaps in part, without a complete answer: time-out, reset.
        record Broken(String why) implements HttpReply {}
    }
}
