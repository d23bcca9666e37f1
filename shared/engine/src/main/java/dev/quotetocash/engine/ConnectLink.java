package dev.quotetocash.engine;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The link under which a person connects the stack to its vendors. Whoever may invoke the operator function may
/// ask for one; it lets one browser in, once.
public final class ConnectLink {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final Tickets tickets;
    private final URI api;
    private final InstantSource clock;
    private final Supplier<String> newSecret;

    /// `api` is the public address of the bridge. `newSecret` gives a fresh random text of at least 256 bits.
    public ConnectLink(Tickets tickets, URI api, InstantSource clock, Supplier<String> newSecret) {
        this.tickets = tickets;
        this.api = api;
        this.clock = clock;
        this.newSecret = newSecret;
    }

    public Operator.Report issue() {
        var code = newSecret.get();
        tickets.issue(
                Tickets.Purpose.LINK, TicketHash.of(code), "", clock.instant().plus(LIFE));
        return new Operator.Report(
                true,
                List.of(
                        "open within " + LIFE.toMinutes() + " minutes, in one browser; it works once:",
                        api + "/connect?code=" + code));
    }
}
