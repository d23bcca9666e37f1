package dev.quotetocash.engine;

import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Pair;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a stack is, from what it has stored: no vendor is asked, so that it can be looked at as often as anybody
/// likes, and while the vendors are away. Times are ours, but for the marks, which are the vendors', and
/// `activatedAt`, which is HubSpot's. Without secrets.
public record StackStatus(
        Pair pair,
        Instant at,
        Optional<String> installation,
        Optional<Instant> activatedAt,
        Optional<Instant> restoredAt,
        List<Access> connections,
        List<Quota> quotas,
        List<Sweep> sweeps,
        OpenRows open,
        List<Backlog> queues) {

    public StackStatus {
        connections = List.copyOf(connections);
        quotas = List.copyOf(quotas);
        sweeps = List.copyOf(sweeps);
        queues = List.copyOf(queues);
    }

    /// How the stack is let in. `consent` is empty where nobody consents, because somebody puts the credentials
    /// into a secret; `refused` is whether the vendor refuses us: those, in the last quarter of an hour.
    public record Access(Vendor vendor, boolean refused, Optional<Given> consent) {}

    /// What a person's consent has given: nothing before anybody has connected. `diesAt` is when an unused refresh
    /// token is forgotten, where the vendor forgets them.
    public record Given(
            Optional<Instant> renewedAt,
            Optional<Instant> accessUntil,
            Optional<Instant> diesAt,
            Optional<Instant> refusedSince) {

        static final Given NOTHING = new Given(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What is left of a vendor's limits. `left` is by lane, of `perDay` calls; both are empty where there is no
    /// limit of a day. `waitsUntil` is until when the vendor wants no calls.
    public record Quota(
            String name, Optional<Integer> perDay, Map<Lane, Integer> left, Optional<CallBudget.Block> waitsUntil) {
        public Quota {
            left = Collections.unmodifiableMap(new LinkedHashMap<>(left));
        }
    }

    /// `name` as in the table of marks, `label` as people say it.
    public record Sweep(String name, String label, Optional<Instant> completedAt, Optional<Instant> mark) {}

    /// What is open on links: how many in each state, of the first `looked` by time, and whether there are more.
    /// `oldestDue` is when the first of them was, or is, to be looked at again.
    public record OpenRows(
            Map<State, Integer> counts, int looked, boolean more, Optional<Instant> oldestDue, List<Parked> parked) {
        public OpenRows {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
            parked = List.copyOf(parked);
        }
    }

    /// What is open on a link, in an operator's words.
    public enum State {
        SETTLING("settling"),
        CREATING("being created"),
        LOOKED_FOR("being looked for"),
        WRITING("being written"),
        PARKED("parked");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// A link that waits: `about` says whose it is, `reason` what the deal says too.
    public record Parked(String about, Cause cause, String reason, Instant nextTry) {

        /// Whether nothing happens before somebody does something.
        boolean needsAPerson() {
            return !cause.equals(Cause.VENDOR) && !cause.equals(Cause.TIME) && !cause.equals(Cause.ACTIVATION);
        }
    }
}
