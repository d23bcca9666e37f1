package dev.quotetocash.sandbox.prove;

import java.util.List;

/// Mistakes by which a deal shows something else than its invoice, or too often.
final class BrokenAgreement {

    private BrokenAgreement() {}

    static final List<Broken> ALL = List.of(
            Broken.of(
                    "write's time recorded as seen",
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "var done = write.acting().with(write.plan().next()).with(new Work.Idle());",
                            "var done = write.acting().with(write.plan().next()).with(new Work.Idle()).withSeen(LATEST, ports.clock().instant().toString());")),
            Broken.of(
                    "baseline saved before the effects",
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "latest(candidate).with(new Work.Acting(plan.hubspotWrites(), plan.xeroWrites(), until));",
                            "latest(candidate).with(plan.next()).with(new Work.Idle());")),
            Broken.of(
                    "no record of what is being written",
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "return switch (save(acting, link, journal(candidate, plan, trigger))) {",
                            "return switch ((Links.Saved) new Links.Saved.Stored(latest(candidate))) {"),
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "return save(done, write.acting(), List.of()) instanceof",
                            "return save(done, write.acting(), journal(write.candidate(), write.plan(), \"late\")) instanceof")),
            Broken.of(
                    "older observation written over a newer one",
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "if (candidate.fullRead() && isOlderThanKnown(candidate)) {",
                            "if (false) {"),
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "yield Outcome.OVERTAKEN;\n            }\n            case Links.Saved.Stale() -> Outcome.OVERTAKEN;",
                            "yield Outcome.OVERTAKEN;\n            }\n            case Links.Saved.Stale() -> {\n                writes.add(new Write(candidate, acting, plan));\n                yield Outcome.OVERTAKEN;\n            }")),
            Broken.of(
                    "unobserved treated as blank",
                    Edit.in(
                            "sync",
                            "Fields",
                            "values.getOrDefault(field, Observed.unobserved())",
                            "values.getOrDefault(field, Observed.blank())")),
            Broken.of(
                    "echo written back",
                    Edit.in(
                            "engine",
                            "StatusSync",
                            "if (!agrees || restoredAt.filter(at -> mayHaveForgotten(link, at)).isPresent()) return Optional.empty();",
                            "if (true) return Optional.empty();"),
                    Edit.in("engine", "StatusSync", "if (plan.isEmpty()) {", "if (false) {")),
            Broken.of(
                    "link without a locator",
                    Edit.in(
                            "sandbox",
                            "memory/MemoryLinks",
                            "return stored(link.withVersion(link.version() + 1), List.copyOf(added));",
                            "return stored(link.withVersion(link.version() + 1), List.of());")),
            Broken.of(
                    "money read as float",
                    Edit.in(
                            "mapping",
                            "Decimals",
                            "new BigDecimal(text.strip())",
                            "new BigDecimal(Double.parseDouble(text.strip()))")),
            Broken.of(
                    "money added as float",
                    Edit.in(
                            "mapping",
                            "DealStatus",
                            "return invoice.amountPaid().add(invoice.credited()).subtract(invoice.creditNotes());",
                            "return BigDecimal.valueOf(invoice.amountPaid().doubleValue() + invoice.credited().doubleValue() - invoice.creditNotes().doubleValue());")),
            Broken.of(
                    "tax on the total",
                    Edit.in("mapping", "InvoiceTotals", "return mode == LineAmounts.INCLUSIVE", """
                            var taxed = new java.util.LinkedHashMap<String, BigDecimal>();
                            for (var line : lines) taxed.merge(line.taxType(), line.amount(currency).value(), BigDecimal::add);
                            tax = CurrencyAmount.zero(currency);
                            for (var sum : taxed.entrySet()) {
                                var due = sum.getValue().multiply(rates.apply(sum.getKey())).movePointLeft(2);
                                tax = tax.plus(new CurrencyAmount(due, currency));
                            }
                            return mode == LineAmounts.INCLUSIVE""")),
            Broken.of(
                    "voided shown as due",
                    Edit.in("mapping", "InvoiceState", "case VOIDED -> VOIDED;", "case VOIDED -> AWAITING_PAYMENT;")));
}
