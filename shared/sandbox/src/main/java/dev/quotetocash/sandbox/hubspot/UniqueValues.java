package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Properties whose values identify a record: uniqueness on writes, and `idProperty` on reads (sections 3.3, 6).
final class UniqueValues {

    private final Portal portal;

    UniqueValues(Portal portal) {
        this.portal = portal;
    }

    /// Refuses a value that another live record holds.
    void check(ObjectType type, Optional<CrmRecord> current, Map<String, String> values) {
        values.forEach((name, value) -> {
            if (value.isEmpty() || !isUnique(type, name)) return;
            var holder = holder(type, name, value)
                    .filter(other ->
                            !other.id().equals(current.map(CrmRecord::id).orElse("")));
            if (holder.isPresent())
                throw conflict(type, name, value, holder.get()).refused();
        });
    }

    /// The record that a path or a batch input names, by id or by `idProperty`.
    Optional<CrmRecord> find(ObjectType type, Optional<String> idProperty, String id) {
        if (idProperty.isEmpty() || idProperty.get().equals("hs_object_id"))
            return portal.state().find(type, id);
        if (!isUnique(type, idProperty.get()))
            throw Problem.invalid("Property " + idProperty.get() + " is not a unique property of " + type.plural())
                    .refused();
        return holder(type, idProperty.get(), id);
    }

    boolean isUnique(ObjectType type, String name) {
        var builtIn = (type == ObjectType.PRODUCT && name.equals("hs_sku"))
                || (type == ObjectType.LINE_ITEM && name.equals("hs_external_id"));
        if (builtIn) return portal.is(Unconfirmed.BUILT_IN_UNIQUE_IDS);
        return portal.state()
                .property(type, name)
                .filter(PropertyDefinition::hasUniqueValue)
                .isPresent();
    }

    private Optional<CrmRecord> holder(ObjectType type, String name, String value) {
        return portal.state().all(type).stream()
                .filter(record -> !record.archived())
                .filter(record ->
                        record.value(name).filter(value::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private Problem conflict(ObjectType type, String name, String value, CrmRecord holder) {
        if (type == ObjectType.CONTACT && name.equals("email"))
            return Problem.of(409, "CONFLICT", "Contact already exists. Existing ID: " + holder.id());
        var message = "Cannot set " + name + " to " + value + ". " + holder.id() + " already has that value.";
        return portal.is(Unconfirmed.UNIQUE_VALUE_CONFLICT_IS_409)
                ? Problem.of(409, "CONFLICT", message)
                : Problem.invalid(List.of(new FieldError(name, "CONFLICTING_UNIQUE_VALUE", message)));
    }
}
