package dev.quotetocash.sandbox.hubspot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Properties whose values identify a record: uniqueness on writes, and `idProperty` on reads (sections 3.3, 6).
/// The value of an archived record is free again.
final class UniqueValues {

    private static final Map<ObjectType, String> BUILT_IN = Map.of(
            ObjectType.PRODUCT, "hs_sku",
            ObjectType.LINE_ITEM, "hs_external_id",
            ObjectType.PAYMENT, "hs_external_reference_id");

    private final Portal portal;

    UniqueValues(Portal portal) {
        this.portal = portal;
    }

    /// Refuses a value that another live record holds.
    void check(ObjectType type, Optional<CrmRecord> current, Map<String, String> values) {
        values.forEach((name, value) -> {
            if (value.isEmpty() || !isUnique(type, name)) return;
            var holder = holder(type, name, value, false)
                    .filter(other ->
                            !other.id().equals(current.map(CrmRecord::id).orElse("")));
            if (holder.isPresent())
                throw conflict(type, name, value, holder.get()).refused();
        });
    }

    /// Refuses to bring back a record whose unique values others have taken since.
    void checkRestored(CrmRecord record) {
        for (var name : record.history().keySet()) {
            record.value(name).ifPresent(value -> check(record.type(), Optional.of(record), Map.of(name, value)));
        }
    }

    /// The record that a path or a batch input names, by id or by `idProperty`; an archived one only if wanted,
    /// and as long as it is in the recycle bin.
    Optional<CrmRecord> find(ObjectType type, Optional<String> idProperty, String id, boolean archived) {
        if (idProperty.isEmpty() || idProperty.get().equals("hs_object_id"))
            return portal.state().find(type, id).filter(record -> isWanted(record, archived));
        if (!isUnique(type, idProperty.get()) && !isDomain(type, idProperty.get()))
            throw Problem.invalid("Property " + idProperty.get() + " is not a unique property of " + type.plural())
                    .refused();
        return holder(type, idProperty.get(), id, archived);
    }

    boolean isUnique(ObjectType type, String name) {
        if (name.equals(BUILT_IN.get(type))) return portal.is(Unconfirmed.BUILT_IN_UNIQUE_IDS);
        return portal.state()
                .property(type, name)
                .filter(PropertyDefinition::hasUniqueValue)
                .isPresent();
    }

    /// Found by, yet not enforced.
    private boolean isDomain(ObjectType type, String name) {
        return type.equals(ObjectType.COMPANY)
                && name.equals("domain")
                && portal.is(Unconfirmed.COMPANY_DOMAIN_IS_AN_ID);
    }

    boolean isWanted(CrmRecord record, boolean archived) {
        return archived ? record.isInBin(portal.now()) : !record.archived();
    }

    private Optional<CrmRecord> holder(ObjectType type, String name, String value, boolean archived) {
        var property = portal.state().property(type, name).orElseThrow();
        var ranges =
                IndexKey.of(property, value).map(IndexRange::exactly).stream().toList();
        return portal.state().of(type).candidates(property, ranges).stream()
                .filter(record -> isWanted(record, archived))
                .filter(record ->
                        record.value(name).filter(value::equalsIgnoreCase).isPresent())
                .min(Comparator.comparingLong(record -> Long.parseLong(record.id())));
    }

    private Problem conflict(ObjectType type, String name, String value, CrmRecord holder) {
        if (type.equals(ObjectType.CONTACT) && name.equals("email"))
            return Problem.of(409, "CONFLICT", "Contact already exists. Existing ID: " + holder.id());
        var message = "Cannot set " + name + " to " + value + ". " + holder.id() + " already has that value.";
        return portal.is(Unconfirmed.UNIQUE_VALUE_CONFLICT_IS_409)
                ? Problem.of(409, "CONFLICT", message)
                : Problem.invalid(List.of(new FieldError(name, "CONFLICTING_UNIQUE_VALUE", message)));
    }
}
