package dev.quotetocash.sandbox.prove;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.util.List;
import java.util.Optional;

/// How the bridge must ask Xero, whatever comes of it. What goes wrong otherwise needs a state of Xero that no run
/// has yet, a number of our own, say.
final class Manners {

    private static final List<String> CREATES = List.of("/Invoices", "/Contacts");

    private Manners() {}

    /// What a request does that it must not.
    static Optional<Violation> breach(SimRequest request) {
        if (!request.method().equals("POST")) return Optional.empty();
        var what = request.method() + " " + request.path();
        // It edits a record whose number is taken: docs/reference/xero-api.md, 1.1.
        if (CREATES.stream().anyMatch(request.path()::endsWith)) {
            return Optional.of(new Violation("Nothing is created by POST", what, List.of()));
        }
        // A second edit with the same content would be answered, and not done: docs/reference/xero-api.md, 2.
        if (request.header("idempotency-key").isPresent()) {
            return Optional.of(new Violation("A key goes with creates only", what, List.of()));
        }
        return Optional.empty();
    }
}
