package dev.quotetocash.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every situation of one field that matters: HubSpot spells in lower case, Xero in upper case, and each side,
/// each half of the agreement and each value that was being written is one of two values, blank, or not there.
final class SmallStates {

    static final String FIELD = "name";

    static final Translation CASES = new Translation() {
        @Override
        public String toXero(String hubspot) {
            return hubspot.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public String toHubSpot(String xero) {
            return xero.toLowerCase(java.util.Locale.ROOT);
        }
    };

    /// The same rule with the systems' roles exchanged.
    static final Translation SWAPPED_CASES = new Translation() {
        @Override
        public String toXero(String hubspot) {
            return hubspot.toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String toHubSpot(String xero) {
            return xero.toUpperCase(java.util.Locale.ROOT);
        }
    };

    private static final List<Observed<String>> HUBSPOT =
            List.of(Observed.of("a"), Observed.of("b"), Observed.blank(), Observed.unobserved());
    private static final List<Observed<String>> XERO =
            List.of(Observed.of("A"), Observed.of("B"), Observed.blank(), Observed.unobserved());

    private SmallStates() {}

    static List<Situation> all() {
        var all = new ArrayList<Situation>();
        for (var acting : List.of(true, false)) {
            for (var situation : withoutActing()) {
                if (acting) {
                    for (var meant : XERO) all.add(acting(situation, Observed.unobserved(), meant));
                    for (var meant : HUBSPOT) all.add(acting(situation, meant, Observed.unobserved()));
                } else {
                    all.add(situation);
                }
            }
        }
        return all;
    }

    static List<Situation> withoutActing() {
        var all = new ArrayList<Situation>();
        for (var agreed : agreements()) {
            for (var hubspot : HUBSPOT) {
                for (var xero : XERO) all.add(of(agreed, hubspot, xero));
            }
        }
        return all;
    }

    static Situation of(Agreed<String, String> agreed, Observed<String> hubspot, Observed<String> xero) {
        return new Situation(
                new Baseline("m", Map.of(FIELD, agreed), List.of()),
                Work.Acting.NOTHING,
                Fields.NONE.with(FIELD, hubspot),
                Fields.NONE.with(FIELD, xero));
    }

    /// Agreements that can arise: never, or two halves that say the same.
    private static List<Agreed<String, String>> agreements() {
        return List.of(
                Agreed.never(),
                new Agreed<>(Observed.of("a"), Observed.of("A")),
                new Agreed<>(Observed.of("b"), Observed.of("B")),
                new Agreed<>(Observed.blank(), Observed.blank()));
    }

    private static Situation acting(Situation situation, Observed<String> hubspot, Observed<String> xero) {
        var acting = new Work.Acting(
                Fields.NONE.with(FIELD, hubspot), Fields.NONE.with(FIELD, xero), java.time.Instant.EPOCH);
        return new Situation(situation.baseline(), acting, situation.hubspot(), situation.xero());
    }

    static Situation swapped(Situation situation) {
        return new Situation(
                new Baseline("m", Map.of(FIELD, situation.baseline().get(FIELD).swapped()), List.of()),
                new Work.Acting(
                        situation.acting().xero(),
                        situation.acting().hubspot(),
                        situation.acting().deadline()),
                situation.xero(),
                situation.hubspot());
    }

    static List<FieldRule> rules() {
        var rules = new ArrayList<FieldRule>();
        for (var direction : Direction.values()) {
            for (var policy : Policy.values()) rules.add(new FieldRule(FIELD, direction, policy, CASES));
        }
        return rules;
    }

    static FieldRule swapped(FieldRule rule) {
        var direction = switch (rule.direction()) {
            case BOTH -> Direction.BOTH;
            case TO_XERO -> Direction.TO_HUBSPOT;
            case TO_HUBSPOT -> Direction.TO_XERO;
        };
        var policy = switch (rule.policy()) {
            case HUBSPOT -> Policy.XERO;
            case XERO -> Policy.HUBSPOT;
            case REVIEW -> Policy.REVIEW;
        };
        return new FieldRule(rule.field(), direction, policy, SWAPPED_CASES);
    }
}
