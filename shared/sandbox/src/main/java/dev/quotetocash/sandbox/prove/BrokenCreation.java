package dev.quotetocash.sandbox.prove;

import java.util.List;

/// Mistakes by which a deal gets no invoice, or two.
final class BrokenCreation {

    private BrokenCreation() {}

    /// Xero forgets a key, and may scope it to a token: the guarantee must not rest on it, and a mistake must not
    /// hide behind it.
    private static final List<Edit> NO_KEYS =
            List.of(Edit.in("xero", "XeroCalls", "Map.of(\"Idempotency-Key\", idempotencyKey)", "Map.of()"));

    static final List<Broken> ALL = List.of(
            Broken.of("POST instead of PUT", Edit.in("xero", "XeroCalls", "send(\"PUT\", path", "send(\"POST\", path")),
            Broken.of(
                    "content key on updates",
                    Edit.in(
                            "xero",
                            "XeroCalls",
                            "send(\"POST\", path, Map.of(), body, lane)",
                            "send(\"POST\", path, Map.of(\"Idempotency-Key\", path.hashCode() + \"-\" + java.util.Arrays.hashCode(body)), body, lane)")),
            withoutKeys(
                    "sent after its window",
                    Edit.in(
                            "engine",
                            "ExactlyOnce",
                            "instanceof Work.Phase.Sending(Instant sendUntil) && now.isBefore(sendUntil)",
                            "instanceof Work.Phase.Sending")),
            withoutKeys(
                    "intent stored without a condition",
                    Edit.in(
                            "engine",
                            "InvoiceCreation",
                            "case Links.Saved.Stale() -> new Prepared.Not(ended(Outcome.OVERTAKEN));",
                            "case Links.Saved.Stale() -> new Prepared.ToSend(new Ready(link.with(intent).with(baseline), link.work(), organisation.value(), deal.own(), trigger));")),
            withoutKeys(
                    "look-up skipped after a time-out",
                    Edit.in(
                            "sync",
                            "Creation",
                            "case Phase.Unknown _ -> new Step.LookUp(intent);",
                            "case Phase.Unknown _ ->\n                new Step.Send(sending(intent.attempt() + 1, intent.body(), intent.since(), now));")),
            Broken.of(
                    "look-up by a prefix of the mark",
                    Edit.in(
                            "engine",
                            "Evidence",
                            ".filter(invoice -> invoice.marker().equals(marker))",
                            ".filter(invoice -> invoice.marker().filter(mark -> mark.startsWith(marker.get().substring(0, 16))).isPresent())")),
            Broken.of(
                    "new attempt too early",
                    Edit.in("sync", "Creation", "var counts = !lookedAt.isBefore(late);", "var counts = true;")),
            Broken.of(
                    "voided evidence ignored",
                    Edit.in("engine", "Evidence", "return found.stream().limit(1).toList();", "return List.of();")),
            withoutKeys(
                    "search, then create",
                    Edit.in(
                            "engine",
                            "InvoiceCreation",
                            "return switch (save(link.with(intent).with(baseline), link, List.of())) {",
                            """
                            if (ports.xero().searchInvoices(InvoiceMapping.reference(slot(link).deal()), Lane.INVOICE)
                                            instanceof Reply.Ok<List<XeroInvoice>>(var known, var _)
                                    && !Evidence.of(slot(link), settings.pair().portal(), known).isEmpty()) {
                                var found = Evidence.of(slot(link), settings.pair().portal(), known).getFirst();
                                return new Prepared.Not(linked(link, found, organisation.value(), Optional.of(deal.own()), trigger));
                            }
                            return switch ((Links.Saved) new Links.Saved.Stored(link.with(intent).with(baseline))) {
                            """),
                    Edit.in(
                            "engine",
                            "ExactlyOnce",
                            "// Losing this race is harmless: the winner knows more than we do.",
                            "if (link.key().slot().isPresent()) return new Result.Unseen<>(Duration.ofSeconds(30));")),
            Broken.of(
                    "activation check dropped",
                    Edit.in(
                            "mapping",
                            "DealDecision",
                            "if (!deal.stageSince().isAfter(activatedAt.get())) {",
                            "if (false) {")),
            Broken.of(
                    "missing row is a new deal",
                    Edit.in("mapping", "DealDecision", "if (named.isPresent()) return", "if (false) return"),
                    // Nor is looked for what was sent before a restore.
                    Edit.in(
                            "engine",
                            "InvoiceCreation",
                            ".filter(at -> deal.stageSince().isBefore(at.plus(Marks.CLOCKS_APART)))",
                            ".filter(_ -> false)")),
            Broken.of(
                    "merged deal without its slots",
                    Edit.in(
                            "engine",
                            "InvoiceEngine",
                            "if (!parts.isEmpty() && creation.wonBeforeARestore(deal)) return true;",
                            "if (true) return false;")),
            Broken.of(
                    "a person's copy taken for ours",
                    Edit.in(
                            "engine",
                            "SurplusCheck",
                            "var ours = seen.ours().contains(id) || known.in(State.TOLD).contains(id);",
                            "var ours = true;")),
            Broken.of(
                    "row saved without a condition",
                    Edit.in(
                            "sandbox",
                            "memory/MemoryLinks",
                            "if (stored == null || stored.version() != link.version()) return new Saved.Stale();",
                            "")),
            Broken.of(
                    "waiting counts as failure",
                    Edit.in(
                            "engine",
                            "Deferral",
                            "telemetry.note(notice.kind().wire() + \" \" + id, \"deferred, \" + why);",
                            "if (true) throw new IllegalStateException(why);")));

    private static Broken withoutKeys(String name, Edit... mistake) {
        return new Broken(name, NO_KEYS, List.of(mistake));
    }
}
