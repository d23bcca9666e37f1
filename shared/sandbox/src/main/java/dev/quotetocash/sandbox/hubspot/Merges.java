package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges two records of one type (section 15.8). The primary's values win; the other's fill its gaps.
final class Merges {

    private static final String LOSERS = "hs_merged_object_ids";

    private final Portal portal;
    private final Records records;
    private final Associations associations;
    private final UniqueValues unique;

    Merges(Portal portal, Records records, Associations associations, UniqueValues unique) {
        this.portal = portal;
        this.records = records;
        this.associations = associations;
        this.unique = unique;
    }

    CrmRecord merge(CrmRecord primary, CrmRecord other, Stamp stamp) {
        records.checkLock(primary);
        records.checkLock(other);
        var type = primary.type();
        var newId = portal.is(Unconfirmed.MERGE_GIVES_NEW_ID) ? portal.state().nextId(type) : primary.id();
        var merging = new Stamp(stamp.at(), "MERGE_OBJECTS", stamp.sourceId());
        var moved = movedValues(primary, other);
        var gone = newId.equals(primary.id()) ? List.of(other) : List.of(primary, other);

        var system = new LinkedHashMap<>(moved);
        system.put("hs_object_id", newId);
        system.put(LOSERS, losers(primary, other, newId));
        var survivor = new CrmRecord(type, newId, primary.history(), primary.createdAt(), stamp.at(), Optional.empty())
                .with(system, merging)
                .updated(merging);
        portal.state().put(survivor);
        for (var loser : gone) {
            associations.move(type, loser.id(), newId);
            portal.state().merge(type, loser.id(), newId);
        }
        records.recalculate(survivor, stamp.at());
        tell(primary, other, newId, moved, stamp, merging);
        return portal.state().live(type, newId).orElseThrow();
    }

    private Map<String, String> movedValues(CrmRecord primary, CrmRecord other) {
        var moved = new LinkedHashMap<String, String>();
        for (var name : other.history().keySet()) {
            var movable = portal.state()
                    .property(primary.type(), name)
                    .filter(PropertyDefinition::writable)
                    .isPresent();
            var kept = !unique.isUnique(primary.type(), name) || portal.is(Unconfirmed.MERGE_MOVES_UNIQUE_VALUES);
            if (movable && kept && primary.value(name).isEmpty())
                other.value(name).ifPresent(value -> moved.put(name, value));
        }
        return moved;
    }

    private static String losers(CrmRecord primary, CrmRecord other, String newId) {
        var ids = new ArrayList<String>();
        if (!newId.equals(primary.id())) ids.add(primary.id());
        ids.add(other.id());
        for (var record : List.of(primary, other)) {
            record.value(LOSERS).ifPresent(value -> ids.addAll(Arrays.asList(value.split(";"))));
        }
        return String.join(";", ids);
    }

    private void tell(
            CrmRecord primary, CrmRecord other, String newId, Map<String, String> moved, Stamp stamp, Stamp merging) {
        var type = primary.type();
        portal.tell(new Change.Merged(type, primary.id(), List.of(other.id()), newId, moved.size(), stamp));
        moved.forEach((name, value) -> portal.tell(new Change.PropertyChanged(type, newId, name, value, merging)));
    }
}
