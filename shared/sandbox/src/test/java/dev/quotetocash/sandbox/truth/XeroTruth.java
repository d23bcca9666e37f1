package dev.quotetocash.sandbox.truth;

import dev.quotetocash.sandbox.sim.LostReply;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.Simulator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Judges calls of Xero by its own documents. What [Deviation] names is let pass and remembered; the rest is
/// [unexplained][#unexplained].
final class XeroTruth {

    static final String BASE = "/api.xro/2.0/";
    private static final Set<String> WORDS = Set.of("Actions", "Settings");

    private static final class Loaded {
        static final Truth ACCOUNTING = new Truth(XeroDocuments.text("xero_accounting.yaml"));
        static final Truth IDENTITY = new Truth(XeroDocuments.text("xero-identity.yaml"));
    }

    private final Set<Deviation> used = EnumSet.noneOf(Deviation.class);
    private final Set<String> judged = new TreeSet<>();
    private final List<String> unexplained = new ArrayList<>();

    /// Loaded once, in about a second; skips the test where the documents are absent.
    XeroTruth() {
        XeroDocuments.text("xero_accounting.yaml");
        XeroDocuments.text("xero-identity.yaml");
    }

    /// The simulator behind a witness of every call.
    Simulator seeing(Simulator simulator) {
        return request -> {
            try {
                var reply = simulator.handle(request);
                document(request).ifPresent(truth -> keep(request, truth.judge(name(request), request, reply)));
                return reply;
            } catch (LostReply lost) {
                document(request).ifPresent(truth -> keep(request, truth.judge(name(request), request)));
                throw lost;
            }
        };
    }

    /// The endpoints that were judged.
    Set<String> judged() {
        return judged;
    }

    Set<Deviation> used() {
        return used;
    }

    /// What was found since the last time.
    List<String> unexplained() {
        var found = unexplained.stream().distinct().toList();
        unexplained.clear();
        return found;
    }

    private void keep(SimRequest request, List<Finding> findings) {
        judged.add(name(request));
        for (var finding : findings) {
            var explained = Deviation.of(finding);
            explained.ifPresentOrElse(used::add, () -> unexplained.add(finding.line()));
        }
    }

    private static Optional<Truth> document(SimRequest request) {
        if (request.path().startsWith(BASE)) return Optional.of(Loaded.ACCOUNTING);
        return request.path().toLowerCase(java.util.Locale.ROOT).startsWith("/connections")
                ? Optional.of(Loaded.IDENTITY)
                : Optional.empty();
    }

    /// `POST /Invoices/{id}`.
    private static String name(SimRequest request) {
        var path = request.path().startsWith(BASE)
                ? request.path().substring(BASE.length())
                : request.path().substring(1);
        var parts = path.split("/", -1);
        if (parts.length > 1 && !WORDS.contains(parts[1])) parts[1] = "{id}";
        if (parts.length > 3) parts[3] = "{id}";
        return request.method() + " /" + String.join("/", parts);
    }
}
