package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the object types demand of the values written to them, beyond what each property does (section 15).
final class TypeRules {

    private static final List<String> CURRENCIES = List.of("deal_currency_code", "hs_currency", "hs_currency_code");

    private static final String OWNER = "hubspot_owner_id";

    private final Portal portal;
    private final Associations associations;
    private final QuoteRules quotes;
    private final InvoiceRules invoices;

    TypeRules(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
        this.quotes = new QuoteRules(associations);
        this.invoices = new InvoiceRules(portal, associations);
    }

    boolean opens(ObjectType type, String property, Optional<CrmRecord> current, Map<String, String> written) {
        return type.equals(ObjectType.INVOICE) && invoices.opens(property, current, written);
    }

    List<FieldError> errors(ObjectType type, Optional<CrmRecord> current, Map<String, String> values, Actor actor) {
        var errors = new ArrayList<FieldError>();
        for (var name : CURRENCIES) {
            var currency = values.getOrDefault(name, "");
            if (!currency.isEmpty() && !Currencies.of(portal.settings()).contains(currency))
                errors.add(option(name, currency));
        }
        var owner = values.getOrDefault(OWNER, "");
        if (!owner.isEmpty() && !Owners.exists(owner))
            errors.add(new FieldError(OWNER, "INVALID_OWNER_ID", owner + " is not the id of an owner"));
        if (type.hasPipelines()) errors.addAll(pipelineErrors(type, current, values));
        if (type.equals(ObjectType.LINE_ITEM)) errors.addAll(lineItemErrors(values));
        if (type.equals(ObjectType.INVOICE)) errors.addAll(invoices.errors(current, values, actor));
        return errors;
    }

    /// The values as they are to be stored.
    Map<String, String> adjusted(
            ObjectType type, Optional<CrmRecord> current, Map<String, String> values, Actor actor) {
        if (type.equals(ObjectType.LINE_ITEM)) current.ifPresent(this::checkUnlocked);
        return type.equals(ObjectType.QUOTE) ? quotes.accept(current, values, actor) : values;
    }

    /// Refuses to touch a line item of a locked quote.
    void checkUnlocked(CrmRecord record) {
        if (!record.type().equals(ObjectType.LINE_ITEM)) return;
        associations.records(record.type(), record.id(), ObjectType.QUOTE).forEach(quotes::checkUnlocked);
    }

    /// What a record must have around it in the state that it has got into. `before` is empty for a new one.
    void checkState(Optional<CrmRecord> before, CrmRecord after) {
        if (after.type().equals(ObjectType.QUOTE)
                && before.map(QuoteStatus::of)
                        .filter(QuoteStatus.of(after)::equals)
                        .isEmpty()) quotes.checkPublished(after);
        if (after.type().equals(ObjectType.INVOICE)
                && before.map(InvoiceStatus::of)
                        .filter(InvoiceStatus.of(after)::equals)
                        .isEmpty()) invoices.checkOpen(after);
    }

    private List<FieldError> pipelineErrors(ObjectType type, Optional<CrmRecord> current, Map<String, String> values) {
        var pipelineName = Pipelines.property(type);
        var stageName = Pipelines.stageProperty(type);
        if (!values.containsKey(pipelineName) && !values.containsKey(stageName)) return List.of();
        var pipelines = portal.state().pipelines(type);
        var id = Upcoming.value(current, values, pipelineName).orElse("default");
        var stage = Upcoming.value(current, values, stageName);
        var pipeline = pipelines.get(id);
        if (pipeline.isEmpty()) return List.of(option(pipelineName, id));
        if (stage.isPresent() && pipeline.get().stage(stage.get()).isEmpty())
            return List.of(option(stageName, stage.get()));
        return List.of();
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

    private static FieldError option(String property, String value) {
        return new FieldError(property, "INVALID_OPTION", value + " was not one of the allowed options");
    }
}
