package dev.quotetocash.engine;

import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.Portal;
import dev.quotetocash.sync.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What changes rarely on both sides, believed for a while (Xero's for longer: its calls are few) and asked for
/// again when a write was refused because of it. One per function instance; safe for use by one invocation at a
/// time, which is how Lambda calls.
final class ReferenceData {

    private final Cached<Portal> portal;
    private final Cached<Organisation> organisation;
    private final Cached<Books> books;

    /// `lane` is the one of the work that needs it.
    ReferenceData(Ports ports, EngineSettings settings, Lane lane) {
        portal = new Cached<>(() -> ports.hubspot().readPortal(lane), ports.clock(), settings.referenceLife());
        organisation = new Cached<>(() -> ports.xero().readOrganisation(lane), ports.clock(), settings.booksLife());
        books = new Cached<>(() -> ports.xero().readBooks(lane), ports.clock(), settings.booksLife());
    }

    Reply<Portal> portal() {
        return portal.get();
    }

    Reply<Organisation> organisation() {
        return organisation.get();
    }

    /// Only for what is about to be invoiced: it costs most.
    Reply<Books> books() {
        return books.get();
    }

    /// What a write may have been refused for, which is never the organisation itself.
    void forget() {
        portal.forget();
        books.forget();
    }

    private static final class Cached<T> {
        private final Supplier<Reply<T>> read;
        private final InstantSource clock;
        private final Duration life;
        private Optional<Reply<T>> kept = Optional.empty();
        private Instant until = Instant.MIN;

        Cached(Supplier<Reply<T>> read, InstantSource clock, Duration life) {
            this.read = read;
            this.clock = clock;
            this.life = life;
        }

        Reply<T> get() {
            if (kept.isPresent() && clock.instant().isBefore(until)) return kept.get();
            var reply = read.get();
            if (reply instanceof Reply.Ok<T>) {
                kept = Optional.of(reply);
                until = clock.instant().plus(life);
            }
            return reply;
        }

        void forget() {
            kept = Optional.empty();
        }
    }
}
