package dev.quotetocash.sandbox.hubspot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every write to records and their associations ends here: it stores, recalculates and tells.
final class Records {

    private final Portal portal;
    private final Associations associations;
    private final Calculated calculated;
    private final Drawn drawn;
    private final Disruptions disruptions;
    private final InvoiceRules invoices;

    Records(Portal portal, Associations associations, Disruptions disruptions) {
        this.portal = portal;
        this.associations = associations;
        this.calculated = new Calculated(portal, associations);
        this.drawn = new Drawn(portal);
        this.disruptions = disruptions;
        this.invoices = new InvoiceRules(portal, associations);
    }

    void checkLock(CrmRecord record) {
        disruptions.checkLock(record, portal.now());
    }

    CrmRecord create(ObjectType type, Map<String, String> values, Stamp stamp) {
        var id = portal.state().nextId(type);
        var time = Times.format(stamp.at());
        var system = new LinkedHashMap<String, String>();
        system.put("hs_object_id", id);
        system.put(type.createdProperty(), time);
        system.put("hs_createdate", time);
        system.put("hs_lastmodifieddate", time);
        system.put(type.modifiedProperty(), time);
        system.putAll(drawn.atBirth(type, id));
        var record = CrmRecord.created(type, id, stamp.at()).with(system, stamp);
        portal.tell(new Change.Created(type, id, stamp));
        var set = new LinkedHashMap<>(values);
        Drawn.usual(type).forEach(set::putIfAbsent);
        return apply(record, set, stamp);
    }

    /// Sets what differs. Without a difference nothing moves and nothing is told.
    CrmRecord update(CrmRecord record, Map<String, String> values, Stamp stamp) {
        if (differing(record, values).isEmpty()) return record;
        var next = apply(record, values, stamp).updated(stamp);
        portal.state().put(next);
        return next;
    }

    /// Archives a record; a quote takes its line items along (section 15.2).
    void archive(CrmRecord record, Stamp stamp) {
        checkLock(record);
        if (record.type().equals(ObjectType.QUOTE)) {
            for (var item : associations.records(record.type(), record.id(), ObjectType.LINE_ITEM))
                archive(item, stamp);
        }
        portal.state().put(record.archived(stamp.at()));
        if (record.type().equals(ObjectType.LINE_ITEM))
            associations.records(record.type(), record.id(), ObjectType.INVOICE).forEach(this::checkInvoice);
        portal.tell(new Change.Deleted(record.type(), record.id(), stamp));
        recalculateAround(record, stamp.at());
    }

    /// Takes a record out of the recycle bin.
    void restore(CrmRecord record, Stamp stamp) {
        checkLock(record);
        archivedWith(record).forEach(item -> restore(item, stamp));
        portal.state().put(record.restored());
        portal.tell(new Change.Restored(record.type(), record.id(), stamp));
        recalculate(record, stamp.at());
        recalculateAround(record, stamp.at());
    }

    /// The line items that a quote took along when it was archived.
    List<CrmRecord> archivedWith(CrmRecord record) {
        if (!record.type().equals(ObjectType.QUOTE)) return List.of();
        return portal.state().links().of(record.type(), record.id(), ObjectType.LINE_ITEM).stream()
                .flatMap(link -> portal.state().find(ObjectType.LINE_ITEM, link.otherId(record.type())).stream())
                .filter(item -> item.archived() && item.archivedAt().equals(record.archivedAt()))
                .toList();
    }

    /// Deletes a record for good, as a person's right to privacy demands.
    void purge(CrmRecord record, Stamp stamp) {
        checkLock(record);
        portal.state().purge(record);
        portal.tell(new Change.PrivacyDeleted(record.type(), record.id(), stamp));
    }

    void associate(AssociationType type, CrmRecord from, CrmRecord to, Stamp stamp) {
        associations.checkUnlocked(from, to);
        link(type, from, to, stamp);
    }

    /// Together with the creation of `created`.
    void associateNew(AssociationType type, CrmRecord created, CrmRecord to, Stamp stamp) {
        associations.checkNew(created, to);
        link(type, created, to, stamp);
    }

    private void link(AssociationType type, CrmRecord from, CrmRecord to, Stamp stamp) {
        checkLock(from);
        checkLock(to);
        associations.associate(type, from, to, stamp);
        recalculate(from, stamp.at());
        recalculate(to, stamp.at());
    }

    void dissociate(AssociationType type, CrmRecord from, CrmRecord to, boolean allTypes, Stamp stamp) {
        checkLock(from);
        checkLock(to);
        associations.checkUnlocked(from, to);
        if (allTypes) associations.dissociate(type, from.id(), to.id(), stamp);
        else associations.remove(type, from.id(), to.id(), stamp);
        checkInvoice(from);
        checkInvoice(to);
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
        if (record.type().equals(ObjectType.DEAL) && portal.is(Unconfirmed.DEAL_AMOUNT_FOLLOWS_LINE_ITEMS))
            calculated.lineItemTotal(record).ifPresent(sum -> values.put("amount", Calculated.plain(sum)));
        var changed = differing(record, values);
        if (changed.isEmpty()) return;
        var stamp = Stamp.calculated(at);
        var next = record.with(changed, stamp);
        var amount = changed.containsKey("amount");
        if (amount || portal.is(Unconfirmed.CALCULATED_MOVES_LAST_MODIFIED)) next = next.updated(stamp);
        portal.state().put(next);
        tell(next, changed, stamp);
    }

    private void checkInvoice(CrmRecord record) {
        if (record.type().equals(ObjectType.INVOICE)) invoices.checkOpen(record);
    }

    private CrmRecord apply(CrmRecord record, Map<String, String> values, Stamp stamp) {
        var changed = differing(record, withoutOtherDiscount(record, values));
        var next = record.with(changed, stamp);
        portal.state().put(next);
        tell(next, changed, stamp);
        next = next.with(drawn.afterwards(next), stamp);
        var derived = differing(next, calculated.of(next));
        next = next.with(derived, Stamp.calculated(stamp.at()));
        portal.state().put(next);
        tell(next, derived, Stamp.calculated(stamp.at()));
        recalculateAround(next, stamp.at());
        return next;
    }

    private void recalculateAround(CrmRecord record, Instant at) {
        for (var type : Calculated.dependents(record.type())) {
            for (var dependent : associations.records(record.type(), record.id(), type)) recalculate(dependent, at);
        }
    }

    /// A line item has one kind of discount: setting the one clears the other.
    private static Map<String, String> withoutOtherDiscount(CrmRecord record, Map<String, String> values) {
        if (!record.type().equals(ObjectType.LINE_ITEM)) return values;
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
