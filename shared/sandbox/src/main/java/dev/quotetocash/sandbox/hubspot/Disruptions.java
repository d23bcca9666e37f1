package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What keeps the account from answering as usual (section 8): a migration, an outage, locked records, a person
/// without the permission to edit associations.
final class Disruptions {

    /// How long a migration or a lock lasts at most.
    static final Duration LENGTH_MAX = Duration.ofHours(24);
    private static final Set<Integer> OUTAGES = Set.of(502, 503, 504, 521, 522, 523, 524);

    private State state = State.none();

    /// `locked` holds `deals/512` and until when; `outages` the statuses that the next calls are answered with.
    record State(
            Instant migratingUntil,
            Map<String, Instant> locked,
            List<Integer> outages,
            boolean associationEditsForbidden) {

        State {
            locked = Collections.unmodifiableMap(new LinkedHashMap<>(locked));
            outages = List.copyOf(outages);
        }

        static State none() {
            return new State(Instant.EPOCH, Map.of(), List.of(), false);
        }
    }

    State snapshot() {
        return state;
    }

    void restore(State saved) {
        state = saved;
    }

    void migrate(Instant until) {
        state = new State(until, state.locked(), state.outages(), state.associationEditsForbidden());
    }

    void lock(ObjectType type, String id, Instant until) {
        var locked = new LinkedHashMap<>(state.locked());
        locked.put(type.plural() + "/" + id, until);
        state = new State(state.migratingUntil(), locked, state.outages(), state.associationEditsForbidden());
    }

    void failNext(int calls, int status) {
        if (!OUTAGES.contains(status)) throw new IllegalArgumentException("Not an outage of section 8: " + status);
        var outages = new ArrayList<>(state.outages());
        outages.addAll(Collections.nCopies(calls, status));
        state = new State(state.migratingUntil(), state.locked(), outages, state.associationEditsForbidden());
    }

    void forbidAssociationEdits(boolean forbidden) {
        state = new State(state.migratingUntil(), state.locked(), state.outages(), forbidden);
    }

    /// The answer to any call of an app, if nothing behind it can be reached. An outage's comes from in front of
    /// the API and has no body.
    Optional<SimResponse> answer(Portal portal, String correlationId) {
        var now = portal.now();
        if (!state.outages().isEmpty()) {
            var rest = state.outages().subList(1, state.outages().size());
            var status = state.outages().getFirst();
            state = new State(state.migratingUntil(), state.locked(), rest, state.associationEditsForbidden());
            return Optional.of(SimResponse.empty(status));
        }
        if (!now.isBefore(state.migratingUntil())) return Optional.empty();
        var wait = Duration.between(now, state.migratingUntil()).plusMillis(999).toSeconds();
        var problem = Problem.of(477, "MIGRATION_IN_PROGRESS", "This account is being migrated. Try again later.");
        return Optional.of(SimResponse.json(477, Json.text(portal.thinned(problem.envelope(correlationId))))
                .with("Retry-After", Long.toString(wait)));
    }

    /// Refuses a write to a locked record.
    void checkLock(CrmRecord record, Instant now) {
        var name = record.type().plural() + "/" + record.id();
        var until = Optional.ofNullable(state.locked().get(name));
        if (until.filter(now::isBefore).isPresent())
            throw Problem.of(Problem.LOCKED, "LOCKED", "The record " + name + " is locked. Try again later.")
                    .refused();
    }

    /// One of the write rules of 2026-09: the permission counts only for a token that acts for a person.
    void checkAssociationEdit(HubSpotSettings settings, Route route, Call call) {
        var enforced = call.version() == Version.V2026_09 || settings.is(Unconfirmed.WRITE_RULES_ON_OLDER_VERSIONS);
        if (!state.associationEditsForbidden() || !call.actor().isOAuth() || !enforced) return;
        if (route.isAssociations() && !route.reads())
            throw Problem.of(403, "FORBIDDEN", "The user does not have permission to edit associations")
                    .refused();
    }
}
