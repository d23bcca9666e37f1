package dev.quotetocash.sync;

import java.util.Optional;
import java.util.regex.Pattern;

/// What exactly one invoice may exist for: a deal, the number of its part (1 unless billing is split), and how
/// often a new invoice was asked for explicitly after a void (0 at first).
public record Slot(HubSpotDealId deal, int number, int reissue) {

    private static final Pattern MARKER =
            Pattern.compile("([0-9]{1,20})/([0-9]{1,20})/([1-9][0-9]{0,5})/(0|[1-9][0-9]{0,5})");

    public Slot {
        if (number < 1 || reissue < 0) throw new IllegalArgumentException("not a slot: " + number + "/" + reissue);
    }

    public static Slot first(HubSpotDealId deal) {
        return new Slot(deal, 1, 0);
    }

    public LinkKey key() {
        return new LinkKey("slot#" + deal.value() + "#" + number + "#" + reissue);
    }

    /// The slot whose marker this is; nothing if it is another portal's, or no marker of ours.
    public static Optional<Slot> marked(PortalId portal, String marker) {
        var parts = MARKER.matcher(marker);
        if (!parts.matches() || !parts.group(1).equals(portal.value())) return Optional.empty();
        return Optional.of(new Slot(
                new HubSpotDealId(parts.group(2)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4))));
    }

    /// The evidence that every invoice of ours carries at the end of its `Url`:
    /// `<portal>/<deal>/<number>/<reissue>`.
    public String marker(PortalId portal) {
        return portal.value() + "/" + deal.value() + "/" + number + "/" + reissue;
    }
}
