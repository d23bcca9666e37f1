package dev.quotetocash.sync;

/// What both sides last agreed on for one field, each half in its own system's space (units, spelling, length).
/// Both halves are `Unobserved` until the sides have agreed once.
public record Agreed<H, X>(Observed<H> hubspot, Observed<X> xero) {

    public static <H, X> Agreed<H, X> never() {
        return new Agreed<>(Observed.unobserved(), Observed.unobserved());
    }

    public Agreed<H, X> withXero(Observed<X> half) {
        return new Agreed<>(hubspot, half);
    }

    /// The halves as HubSpot's and Xero's roles exchanged; the laws of the merge are symmetric under it.
    public Agreed<X, H> swapped() {
        return new Agreed<>(xero, hubspot);
    }
}
