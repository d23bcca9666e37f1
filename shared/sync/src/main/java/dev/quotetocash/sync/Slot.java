package dev.quotetocash.sync;

/// What exactly one invoice may exist for: a deal, the number of its part (1 unless billing is split), and how
/// often a new invoice was asked for explicitly after a void (0 at first).
public record Slot(HubSpotDealId deal, int number, int reissue) {

    public Slot {
        if (number < 1 || reissue < 0) throw new IllegalArgumentException("not a slot: " + number + "/" + reissue);
    }

    public static Slot first(HubSpotDealId deal) {
        return new Slot(deal, 1, 0);
    }

    public LinkKey key() {
        return new LinkKey("slot#" + deal.value() + "#" + number + "#" + reissue);
    }

    /// The evidence that every invoice of ours carries at the end of its `Url`:
    /// `<portal>/<deal>/<number>/<reissue>`.
    public String marker(PortalId portal) {
        return portal.value() + "/" + deal.value() + "/" + number + "/" + reissue;
    }
}
