package dev.quotetocash.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What to write where so that both sides agree, the baseline that then holds, and the conflicts met on the way.
/// Pure: the same situation and rules give the same plan; planning the planned state gives an empty one.
public record SyncPlan(List<Effect> effects, Baseline next, List<Conflict> conflicts) {

    public SyncPlan {
        effects = List.copyOf(effects);
        conflicts = List.copyOf(conflicts);
    }

    public boolean isEmpty() {
        return effects.isEmpty();
    }

    /// Only fields that have a rule are looked at. `mappingHash` is the hash of `rules`.
    public static SyncPlan of(Situation situation, List<FieldRule> rules, String mappingHash) {
        var effects = new ArrayList<Effect>();
        var conflicts = new ArrayList<Conflict>();
        var agreed = new LinkedHashMap<String, Agreed<String, String>>();
        for (var rule : rules) {
            var outcome = decide(situation, rule);
            outcome.effect().ifPresent(effects::add);
            outcome.conflict().ifPresent(conflicts::add);
            agreed.put(rule.field(), outcome.agreed());
        }
        return new SyncPlan(effects, situation.baseline().under(mappingHash).with(agreed), conflicts);
    }

    public Fields hubspotWrites() {
        var writes = Fields.NONE;
        for (var effect : effects) {
            if (effect instanceof Effect.WriteHubSpot write) writes = writes.with(write.field(), write.after());
        }
        return writes;
    }

    public Fields xeroWrites() {
        var writes = Fields.NONE;
        for (var effect : effects) {
            if (effect instanceof Effect.WriteXero write) writes = writes.with(write.field(), write.after());
        }
        return writes;
    }

    private static FieldOutcome decide(Situation situation, FieldRule rule) {
        return switch (rule.direction()) {
            case BOTH -> merged(situation, rule);
            case TO_HUBSPOT -> FieldOutcome.follow(situation, rule, Policy.XERO);
            case TO_XERO -> FieldOutcome.follow(situation, rule, Policy.HUBSPOT);
        };
    }

    private static FieldOutcome merged(Situation situation, FieldRule rule) {
        var field = rule.field();
        var agreed = situation.baseline().get(field);
        var hubspot = situation.hubspot().get(field);
        var xero = situation.xero().get(field);
        return switch (FieldMerge.of(agreed, hubspot, xero, situation.acting(field))) {
            case FieldMerge.Unchanged<String, String> _ -> FieldOutcome.keep(situation, rule);
            case FieldMerge.ToXero<String, String> _ -> FieldOutcome.toXero(situation, rule);
            case FieldMerge.ToHubSpot<String, String> _ -> FieldOutcome.toHubSpot(situation, rule);
            case FieldMerge.Conflict<String, String> _ -> FieldOutcome.settle(situation, rule);
        };
    }
}
