package dev.quotetocash.sandbox.xero;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `If-Modified-Since` in whole seconds (reference section 13.2). What cannot be read is ignored.
record Since(Optional<Instant> at, boolean tells304) {

    static Since of(Call call) {
        var at = call.request()
                .header("if-modified-since")
                .flatMap(Dates::parseMoment)
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS));
        return new Since(at, call.is(Unconfirmed.UNCHANGED_IS_304));
    }

    /// For lists that know no such header.
    static Since ever() {
        return new Since(Optional.empty(), false);
    }

    <T> List<T> changed(List<T> all, Function<T, Instant> updatedAt) {
        return at.map(moment -> all.stream()
                        .filter(record -> !updatedAt.apply(record).isBefore(moment))
                        .toList())
                .orElse(all);
    }

    boolean mayTell304() {
        return tells304 && at.isPresent();
    }

    /// Whether the answer is 304 because nothing has changed, whatever filters ask for.
    boolean isUnchanged(List<?> changed) {
        return mayTell304() && changed.isEmpty();
    }
}
