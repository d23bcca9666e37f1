package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.hubspot.PropertyValues.Checked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides whether a write is accepted; everything wrong with it is told at once.
final class WriteChecks {

    private final Portal portal;
    private final UniqueValues unique;

    WriteChecks(Portal portal, UniqueValues unique) {
        this.portal = portal;
        this.unique = unique;
    }

    /// The values in the form in which they are stored. `current` is what is written to, `version` the API's.
    Map<String, String> accept(
            ObjectType type, Optional<CrmRecord> current, Map<String, String> written, Version version) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        written.forEach((name, raw) -> {
            switch (check(type, name, raw)) {
                case Checked.Valid(var value) -> values.put(name, value);
                case Checked.Invalid(var error) -> errors.add(error);
            }
        });
        if (type == ObjectType.DEAL) errors.addAll(dealErrors(current, values));
        if (type == ObjectType.LINE_ITEM) errors.addAll(lineItemErrors(values));
        if (!errors.isEmpty()) throw Problem.invalid(errors).refused();
        enforceRules(type, current, values, version);
        unique.check(type, current, values);
        return values;
    }

    private Checked check(ObjectType type, String name, String raw) {
        var property = portal.state().property(type, name);
        if (property.isEmpty()) {
            var message = "Property \"" + name + "\" does not exist";
            return new Checked.Invalid(new FieldError(name, "PROPERTY_DOESNT_EXIST", message));
        }
        if (!property.get().writable()) {
            var message = "\"" + name + "\" is a read only property; its value cannot be set.";
            return new Checked.Invalid(new FieldError(name, "READ_ONLY_VALUE", message));
        }
        return PropertyValues.check(property.get(), raw);
    }

    private List<FieldError> dealErrors(Optional<CrmRecord> current, Map<String, String> values) {
        var errors = new ArrayList<FieldError>();
        var currency = values.getOrDefault("deal_currency_code", "");
        if (!currency.isEmpty() && !Currencies.of(portal.settings()).contains(currency))
            errors.add(option("deal_currency_code", currency));
        if (!values.containsKey("pipeline") && !values.containsKey("dealstage")) return errors;

        var pipelineId = Upcoming.value(current, values, "pipeline").orElse("default");
        var pipeline = Optional.ofNullable(portal.state().dealPipelines().get(pipelineId));
        var stage = Upcoming.value(current, values, "dealstage");
        if (pipeline.isEmpty()) errors.add(option("pipeline", pipelineId));
        else if (stage.isPresent() && pipeline.get().stage(stage.get()).isEmpty())
            errors.add(option("dealstage", stage.get()));
        return errors;
    }

    private static List<FieldError> lineItemErrors(Map<String, String> values) {
        var errors = new ArrayList<FieldError>();
        var price = values.getOrDefault("price", "");
        if (!price.isEmpty() && new BigDecimal(price).signum() < 0)
            errors.add(new FieldError("price", "INVALID_PRICE", "price cannot be negative"));
        if (isSet(values, "discount") && isSet(values, "hs_discount_percentage"))
            errors.add(new FieldError(
                    "discount", "INVALID_DISCOUNT", "Only one of discount and hs_discount_percentage can be set"));
        return errors;
    }

    private static boolean isSet(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "");
        return !value.isEmpty() && new BigDecimal(value).signum() != 0;
    }

    private void enforceRules(
            ObjectType type, Optional<CrmRecord> current, Map<String, String> values, Version version) {
        if (version != Version.V2026_09 && !portal.is(Unconfirmed.WRITE_RULES_ON_OLDER_VERSIONS)) return;
        var stage = Upcoming.value(current, values, "dealstage");
        var errors = portal.settings().writeRules().stream()
                .filter(rule -> rule.appliesTo(type, stage))
                .filter(rule -> Upcoming.value(current, values, rule.property()).isEmpty())
                .map(rule -> new FieldError(rule.property(), rule.code(), rule.property() + " is required"))
                .toList();
        if (!errors.isEmpty()) throw Problem.invalid(errors).refused();
    }

    private static FieldError option(String property, String value) {
        return new FieldError(property, "INVALID_OPTION", value + " was not one of the allowed options");
    }
}
