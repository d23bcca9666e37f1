package dev.quotetocash.engine;

import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The invoices that carry a slot's mark beside the one that it is linked to, and what is known of each. Kept on
/// the link's baseline, so that one that was swept before the slot was linked is not forgotten, and one that was
/// looked at is not looked at again before it changes.
record Suspects(Map<XeroInvoiceId, Suspect> all) {

    private static final String FIELD = "surplus";

    /// A row of the store has a largest size.
    private static final int SUSPECTS_MAX = 20;

    enum State {
        /// To be looked at once the slot is linked, or being deleted.
        OPEN,

        /// The deal says so, and finance decides.
        TOLD,

        /// A person's copy.
        NOT_OURS
    }

    /// `version` is the modified time of the read that led to `state`, empty before the first one.
    record Suspect(State state, String version, String number) {
        static final Suspect OPEN = new Suspect(State.OPEN, "", "");

        static Suspect open(XeroInvoice invoice) {
            return new Suspect(State.OPEN, invoice.updatedAt().toString(), "");
        }

        static Suspect told(XeroInvoice invoice) {
            return new Suspect(State.TOLD, invoice.updatedAt().toString(), name(invoice));
        }

        static Suspect notOurs(XeroInvoice invoice) {
            return new Suspect(State.NOT_OURS, invoice.updatedAt().toString(), "");
        }
    }

    Suspects {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    static Suspects of(Baseline baseline) {
        var all = new LinkedHashMap<XeroInvoiceId, Suspect>();
        baseline.get(FIELD).hubspot().asOptional().orElse("").lines().forEach(line -> {
            var parts = line.split(" ", 4);
            all.put(new XeroInvoiceId(parts[0]), new Suspect(State.valueOf(parts[1]), parts[2], parts[3]));
        });
        return new Suspects(all);
    }

    Baseline onto(Baseline baseline) {
        if (equals(of(baseline))) return baseline;
        var lines = new StringBuilder();
        all.forEach((id, suspect) -> lines.append(id.value())
                .append(' ')
                .append(suspect.state())
                .append(' ')
                .append(suspect.version())
                .append(' ')
                .append(suspect.number())
                .append('\n'));
        var text = lines.isEmpty() ? Observed.<String>blank() : Observed.of(lines.toString());
        return baseline.with(FIELD, new Agreed<>(text, Observed.blank()));
    }

    boolean has(XeroInvoiceId id) {
        return all.containsKey(id);
    }

    /// Beyond the limit nothing more is kept; those that are there are enough for a person to see.
    Suspects with(XeroInvoiceId id, Suspect suspect) {
        if (!has(id) && all.size() >= SUSPECTS_MAX) return this;
        var more = new LinkedHashMap<>(all);
        more.put(id, suspect);
        return new Suspects(more);
    }

    Suspects without(XeroInvoiceId id) {
        var less = new LinkedHashMap<>(all);
        less.remove(id);
        return new Suspects(less);
    }

    List<XeroInvoiceId> in(State state) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().state() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Those that another look may say something new about.
    List<XeroInvoiceId> unsettled() {
        return Stream.concat(in(State.OPEN).stream(), in(State.TOLD).stream()).toList();
    }

    /// True if a swept row with the slot's mark says something that is not known yet. While nothing is linked, one
    /// that is kept already has to wait.
    boolean isNews(XeroGateway.Change change, boolean linked) {
        var known = Optional.ofNullable(all.get(change.id()));
        if (known.isEmpty()) return change.live();
        return switch (known.get().state()) {
            case OPEN -> linked && !isAt(known.get(), change.modifiedAt());
            case TOLD, NOT_OURS -> !isAt(known.get(), change.modifiedAt());
        };
    }

    private static boolean isAt(Suspect suspect, Instant modifiedAt) {
        return suspect.version().equals(modifiedAt.toString());
    }

    /// What the deal says beside `linked`, if finance has to decide.
    Optional<String> sentence(XeroInvoice linked) {
        var others = all.values().stream()
                .filter(suspect -> suspect.state() == State.TOLD)
                .map(Suspect::number)
                .toList();
        if (others.isEmpty()) return Optional.empty();
        var first = name(linked);
        if (!linked.status().isLive()) {
            return Optional.of("The invoice " + first + " is void, but Xero has another one for this deal: "
                    + listed(others) + "; ask finance whether it stands.");
        }
        var names = Stream.concat(Stream.of(first), others.stream()).toList();
        var two = names.size() == 2;
        return Optional.of("Xero has " + (two ? "two" : names.size()) + " invoices for this deal: " + listed(names)
                + "; ask finance which one to " + (two ? "void." : "keep."));
    }

    private static String listed(List<String> names) {
        if (names.size() == 1) return names.getFirst();
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String name(XeroInvoice invoice) {
        var number = invoice.number().strip().replaceAll("\\s+", " ");
        return number.isEmpty() ? invoice.id().value() : number;
    }
}
