package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.PropertyValues.Checked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides whether a write is accepted; everything wrong with it is told at once.
final class WriteChecks {

    private final Portal portal;
    private final UniqueValues unique;
    private final TypeRules rules;

    WriteChecks(Portal portal, UniqueValues unique, TypeRules rules) {
        this.portal = portal;
        this.unique = unique;
        this.rules = rules;
    }

    /// The values in the form in which they are stored. `current` is what is written to.
    Map<String, String> accept(ObjectType type, Optional<CrmRecord> current, Map<String, String> written, Call call) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        written.forEach((name, raw) -> {
            switch (check(type, name, raw, current, written)) {
                case Checked.Valid(var value) -> values.put(name, value);
                case Checked.Invalid(var error) -> errors.add(error);
            }
        });
        refuse(errors);
        refuse(rules.errors(type, current, values, call.actor()));
        new Required(portal.state()).check(type, current, values);
        enforceRules(type, current, values, call.version());
        unique.check(type, current, values);
        return rules.adjusted(type, current, values, call.actor());
    }

    private Checked check(
            ObjectType type, String name, String raw, Optional<CrmRecord> current, Map<String, String> written) {
        var property = portal.state().property(type, name);
        if (property.isEmpty()) {
            var message = "Property \"" + name + "\" does not exist";
            return new Checked.Invalid(new FieldError(name, "PROPERTY_DOESNT_EXIST", message));
        }
        if (!property.get().writable() && !rules.opens(type, name, current, written)) {
            var message = "\"" + name + "\" is a read only property; its value cannot be set.";
            return new Checked.Invalid(new FieldError(name, "READ_ONLY_VALUE", message));
        }
        return PropertyValues.check(property.get(), raw);
    }

    private void enforceRules(
            ObjectType type, Optional<CrmRecord> current, Map<String, String> values, Version version) {
        if (version != Version.V2026_09 && !portal.is(Unconfirmed.WRITE_RULES_ON_OLDER_VERSIONS)) return;
        var stage = Upcoming.value(current, values, Pipelines.stageProperty(type));
        refuse(portal.settings().writeRules().stream()
                .filter(rule -> rule.appliesTo(type, stage))
                .filter(rule -> Upcoming.value(current, values, rule.property()).isEmpty())
                .map(rule -> new FieldError(rule.property(), rule.code(), rule.property() + " is required"))
                .toList());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) throw Problem.invalid(errors).refused();
    }
}
