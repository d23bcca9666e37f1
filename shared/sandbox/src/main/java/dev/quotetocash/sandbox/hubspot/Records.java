package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Every write to records and their associations ends here: it stores, recalculates and tells.
final class Records {

    private final Portal portal;
    private final Associations associations;
    private final Calculated calculated;

    Records(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
        this.calculated = new Calculated(portal, associations);
    }

    CrmRecord create(ObjectType type, Map<String, String> values, Stamp stamp) {
        var id = portal.state().nextId(type);
        var time = Times.format(stamp.at());
        var system = new LinkedHashMap<String, String>();
        system.put("hs_object_id", id);
        system.put("createdate", time);
        system.put("hs_createdate", time);
        system.put("hs_lastmodifieddate", time);
        system.put(type.modifiedProperty(), time);
        var record = CrmRecord.created(type, id, stamp.at()).with(system, stamp);
        portal.tell(new Change.Created(type, id, stamp));
        var set = new LinkedHashMap<>(values);
        if (type == ObjectType.DEAL) set.putIfAbsent("pipeline", "default");
        return apply(record, set, stamp);
    }

    /// Sets what differs. Without a difference nothing moves and nothing is told.
    CrmRecord update(CrmRecord record, Map<String, String> values, Stamp stamp) {
        if (differing(record, values).isEmpty()) return record;
        var next = apply(record, values, stamp).updated(stamp);
        portal.state().put(next);
        return next;
    }

    void archive(CrmRecord record, Stamp stamp) {
        portal.state().put(record.archived(stamp.at()));
        portal.tell(new Change.Deleted(record.type(), record.id(), stamp));
        recalculateAround(record, stamp.at());
    }

    void associate(AssociationType type, CrmRecord from, CrmRecord to, Stamp stamp) {
        associations.associate(type, from, to, stamp);
        recalculate(from, stamp.at());
        recalculate(to, stamp.at());
    }

    void dissociate(AssociationType type, CrmRecord from, CrmRecord to, boolean allTypes, Stamp stamp) {
        if (allTypes) associations.dissociate(type, from.id(), to.id(), stamp);
        else associations.remove(type, from.id(), to.id(), stamp);
        recalculate(from, stamp.at());
        recalculate(to, stamp.at());
    }

    /// Moves the last-modified property of a record whose properties stay as they are.
    void touch(CrmRecord record, Stamp stamp) {
        portal.state().put(record.updated(stamp));
    }

    /// Works the calculated values out again after something around the record has changed.
    void recalculate(CrmRecord stale, Instant at) {
        var found = portal.state().live(stale.type(), stale.id());
        if (found.isEmpty()) return;
        var record = found.get();
        var values = new LinkedHashMap<>(calculated.of(record));
        if (record.type() == ObjectType.DEAL && portal.is(Unconfirmed.DEAL_AMOUNT_FOLLOWS_LINE_ITEMS))
            calculated.lineItemTotal(record.id()).ifPresent(sum -> values.put("amount", Calculated.plain(sum)));
        var changed = differing(record, values);
        if (changed.isEmpty()) return;
        var stamp = Stamp.calculated(at);
        var next = record.with(changed, stamp);
        var amount = changed.containsKey("amount");
        if (amount || portal.is(Unconfirmed.CALCULATED_MOVES_LAST_MODIFIED)) next = next.updated(stamp);
        portal.state().put(next);
        tell(next, changed, stamp);
    }

    private CrmRecord apply(CrmRecord record, Map<String, String> values, Stamp stamp) {
        var changed = differing(record, withoutOtherDiscount(record, values));
        var next = record.with(changed, stamp);
        portal.state().put(next);
        tell(next, changed, stamp);
        var derived = differing(next, calculated.of(next));
        next = next.with(derived, Stamp.calculated(stamp.at()));
        portal.state().put(next);
        tell(next, derived, Stamp.calculated(stamp.at()));
        recalculateAround(next, stamp.at());
        return next;
    }

    private void recalculateAround(CrmRecord record, Instant at) {
        if (record.type() != ObjectType.LINE_ITEM) return;
        for (var deal : associations.of(ObjectType.LINE_ITEM, record.id(), ObjectType.DEAL)) {
            portal.state().live(ObjectType.DEAL, deal.id()).ifPresent(found -> recalculate(found, at));
        }
    }

    /// A line item has one kind of discount: setting the one clears the other.
    private static Map<String, String> withoutOtherDiscount(CrmRecord record, Map<String, String> values) {
        if (record.type() != ObjectType.LINE_ITEM) return values;
        var next = new LinkedHashMap<>(values);
        if (!values.getOrDefault("discount", "").isEmpty()) next.putIfAbsent("hs_discount_percentage", "");
        if (!values.getOrDefault("hs_discount_percentage", "").isEmpty()) next.putIfAbsent("discount", "");
        return next;
    }

    private static Map<String, String> differing(CrmRecord record, Map<String, String> values) {
        var changed = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (!record.value(name).orElse("").equals(value)) changed.put(name, value);
        });
        return changed;
    }

    private void tell(CrmRecord record, Map<String, String> changed, Stamp stamp) {
        changed.forEach((name, value) -> {
            var emits = portal.state()
                    .property(record.type(), name)
                    .filter(property -> !property.calculated() || portal.is(Unconfirmed.CALCULATED_PROPERTIES_EMIT))
                    .isPresent();
            if (emits) portal.tell(new Change.PropertyChanged(record.type(), record.id(), name, value, stamp));
        });
    }
}
