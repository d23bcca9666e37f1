package dev.quotetocash.runtime;

import dev.quotetocash.engine.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// HTTP by the JDK: HTTP/1.1, TLS 1.2 or later, no redirects. The time-out covers the whole exchange, the body
/// included (that of the JDK's own requests ends with the headers).
///
/// A connection that a frozen function kept may have died without a sign, and a write sent into it has an
/// unknown outcome, which costs a look-up. So after a pause every connection is made anew.
public final class JavaHttp implements Http {

    /// Below the idle time after which the vendors' load balancers are known to close connections (a minute and
    /// more).
    static final Duration IDLE_MAX = Duration.ofSeconds(10);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final long BODY_MAX = 32L * 1024 * 1024;

    private final Duration timeout;
    private final InstantSource clock;
    private @Nullable HttpClient client;
    private Instant lastUsed = Instant.EPOCH;

    public JavaHttp() {
        this(TIMEOUT_MAX, InstantSource.system());
    }

    JavaHttp(Duration timeout, InstantSource clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public HttpReply send(Request request) {
        var exchange = client().sendAsync(toJdk(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_MAX));
        try {
            return answered(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return new HttpReply.Broken("no complete answer within " + timeout);
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpReply.Broken("interrupted");
        } catch (ExecutionException failed) {
            return failed(failed.getCause());
        } finally {
            used();
        }
    }

    /// Only what certainly happened before the first byte of the request is NotSent.
    private static HttpReply failed(@Nullable Throwable cause) {
        return switch (cause) {
            // An unknown host is a ConnectException too.
            case ConnectException refused -> new HttpReply.NotSent(name(refused));
            case HttpConnectTimeoutException late -> new HttpReply.NotSent(name(late));
            case IOException broken -> new HttpReply.Broken(name(broken));
            case RuntimeException bug -> throw bug;
            case null, default -> new HttpReply.Broken("unknown");
        };
    }

    private static HttpReply answered(HttpResponse<byte[]> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new HttpReply.Answered(response.statusCode(), Map.copyOf(headers), response.body());
    }

    private HttpRequest toJdk(Request request) {
        var body = request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        var jdk = HttpRequest.newBuilder(request.uri()).method(request.method(), body);
        request.headers().forEach(jdk::setHeader);
        return jdk.build();
    }

    private synchronized HttpClient client() {
        var now = clock.instant();
        var known = client;
        if (known != null && now.isBefore(lastUsed.plus(IDLE_MAX))) return known;
        // What is still under way in the old one ends in peace.
        if (known != null) known.shutdown();
        var made = connect();
        client = made;
        lastUsed = now;
        return made;
    }

    private synchronized void used() {
        lastUsed = clock.instant();
    }

    private static HttpClient connect() {
        var tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_MAX)
                .sslParameters(tls)
                .build();
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
