package dev.quotetocash.sync;

import java.util.Optional;

/// What a plan does about one field: at most one write, at most one conflict, and the agreement that holds
/// afterwards.
record FieldOutcome(Optional<Effect> effect, Optional<Conflict> conflict, Agreed<String, String> agreed) {

    /// One-way: the follower takes the source's value whenever it shows another one. A source that was not
    /// observed says nothing; a follower that was not observed is not written.
    static FieldOutcome follow(Situation situation, FieldRule rule, Policy source) {
        return source == Policy.XERO ? toHubSpot(situation, rule) : toXero(situation, rule);
    }

    static FieldOutcome toXero(Situation situation, FieldRule rule) {
        var source = situation.hubspot().get(rule.field());
        var target = situation.xero().get(rule.field());
        if (!source.observed() || !target.observed()) return keep(situation, rule);
        var after = source.map(rule.translation()::toXero);
        var write = after.equals(target)
                ? Optional.<Effect>empty()
                : Optional.<Effect>of(new Effect.WriteXero(rule.field(), target, after));
        return new FieldOutcome(write, Optional.empty(), new Agreed<>(source, after));
    }

    static FieldOutcome toHubSpot(Situation situation, FieldRule rule) {
        var source = situation.xero().get(rule.field());
        var target = situation.hubspot().get(rule.field());
        if (!source.observed() || !target.observed()) return keep(situation, rule);
        var after = source.map(rule.translation()::toHubSpot);
        var write = after.equals(target)
                ? Optional.<Effect>empty()
                : Optional.<Effect>of(new Effect.WriteHubSpot(rule.field(), target, after));
        return new FieldOutcome(write, Optional.empty(), new Agreed<>(after, source));
    }

    /// Nobody changed anything since the agreement. Only where an interrupted attempt of ours has written a side,
    /// and its reason has gone meanwhile (the other side was put back), that side goes back to its half of the
    /// agreement.
    static FieldOutcome keep(Situation situation, FieldRule rule) {
        var field = rule.field();
        var agreed = situation.baseline().get(field);
        var meant = situation.acting(field);
        var hubspot = situation.hubspot().get(field);
        var xero = situation.xero().get(field);
        Optional<Effect> write = Optional.empty();
        if (strayed(xero, agreed.xero(), meant.xero())) {
            write = Optional.of(new Effect.WriteXero(field, xero, agreed.xero()));
        } else if (strayed(hubspot, agreed.hubspot(), meant.hubspot())) {
            write = Optional.of(new Effect.WriteHubSpot(field, hubspot, agreed.hubspot()));
        }
        return new FieldOutcome(write, Optional.empty(), agreed);
    }

    private static boolean strayed(Observed<String> now, Observed<String> agreed, Observed<String> meant) {
        return meant.observed() && now.observed() && agreed.observed() && !now.equals(agreed);
    }

    /// Both changed: to the same thing, which is an agreement, or to different things, which the policy decides.
    static FieldOutcome settle(Situation situation, FieldRule rule) {
        var hubspot = situation.hubspot().get(rule.field());
        var xero = situation.xero().get(rule.field());
        var alike = hubspot.map(rule.translation()::toXero).equals(xero)
                || xero.map(rule.translation()::toHubSpot).equals(hubspot);
        if (alike) return new FieldOutcome(Optional.empty(), Optional.empty(), new Agreed<>(hubspot, xero));
        var conflict = new Conflict(rule.field(), hubspot, xero, rule.policy());
        var settled = switch (rule.policy()) {
            case HUBSPOT -> toXero(situation, rule);
            case XERO -> toHubSpot(situation, rule);
            case REVIEW ->
                new FieldOutcome(
                        Optional.empty(), Optional.empty(), situation.baseline().get(rule.field()));
        };
        return new FieldOutcome(settled.effect(), Optional.of(conflict), settled.agreed());
    }
}
