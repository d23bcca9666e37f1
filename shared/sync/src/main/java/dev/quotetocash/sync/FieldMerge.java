package dev.quotetocash.sync;

/// What became of one field. `H` and `X` are the value's types in HubSpot's and in Xero's own space.
public sealed interface FieldMerge<H, X> {

    record Unchanged<H, X>() implements FieldMerge<H, X> {}

    record ToXero<H, X>(Observed<H> value) implements FieldMerge<H, X> {}

    record ToHubSpot<H, X>(Observed<X> value) implements FieldMerge<H, X> {}

    record Conflict<H, X>(Agreed<H, X> agreed, Observed<H> hubspot, Observed<X> xero) implements FieldMerge<H, X> {}

    /// A side has changed only if it was observed and differs both from its own half of `agreed` and from what
    /// `acting` was writing there. Both changed is a conflict, also when they changed to the same thing; whether
    /// they agree, and who wins, is decided in [SyncPlan].
    static <H, X> FieldMerge<H, X> of(Agreed<H, X> agreed, Observed<H> hubspot, Observed<X> xero, Agreed<H, X> acting) {
        var hubspotChanged = hubspot.differsFrom(agreed.hubspot(), acting.hubspot());
        var xeroChanged = xero.differsFrom(agreed.xero(), acting.xero());
        if (hubspotChanged && xeroChanged) return new Conflict<>(agreed, hubspot, xero);
        if (hubspotChanged) return new ToXero<>(hubspot);
        if (xeroChanged) return new ToHubSpot<>(xero);
        return new Unchanged<>();
    }
}
