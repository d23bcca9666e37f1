package dev.quotetocash.sync;

import java.util.Optional;

/// The key of a link within its pair of systems: `slot#<deal>#<number>#<reissue>` or `pair#customer#<uuid>`.
public record LinkKey(String value) {

    public static LinkKey customer(String uuid) {
        return new LinkKey("pair#customer#" + uuid);
    }

    public boolean isCustomer() {
        return value.startsWith("pair#customer#");
    }

    public Optional<Slot> slot() {
        var parts = value.split("#");
        if (parts.length != 4 || !parts[0].equals("slot")) return Optional.empty();
        return Optional.of(
                new Slot(new HubSpotDealId(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
    }
}
