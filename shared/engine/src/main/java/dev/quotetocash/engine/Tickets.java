package dev.quotetocash.engine;

import java.time.Instant;
import java.util.Optional;

/// What proves a person to us for a while: random texts, of which only the hash is kept. One that has expired is
/// as if it had never been.
public interface Tickets {

    /// What a ticket is good for. The same text for another purpose is another ticket.
    enum Purpose {
        /// The link that an operator asks for.
        LINK,

        /// The browser in which a link was opened.
        SESSION,

        /// One way to a vendor's consent page and back.
        STATE
    }

    /// `about` comes back to whoever shows the ticket. Good at any time before `until`.
    void issue(Purpose purpose, String hash, String about, Instant until);

    /// What a ticket is about; it stays good.
    Optional<String> find(Purpose purpose, String hash, Instant now);

    /// What a ticket is about, once: of several who show it, however close together, one gets the answer.
    Optional<String> redeem(Purpose purpose, String hash, Instant now);
}
