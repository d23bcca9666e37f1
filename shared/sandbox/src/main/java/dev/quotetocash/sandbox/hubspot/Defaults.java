package dev.quotetocash.sandbox.hubspot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// The properties that are returned when a caller names none, those that always are, and those that a search's
/// query looks into.
final class Defaults {

    private static final Map<ObjectType, List<String>> MORE = Map.of(
            ObjectType.CONTACT, List.of("email", "firstname", "lastname"),
            ObjectType.COMPANY, List.of("domain", "name"),
            ObjectType.DEAL, List.of("amount", "closedate", "dealname", "dealstage", "pipeline"),
            ObjectType.PRODUCT, List.of("description", "name", "price"));
    private static final Map<ObjectType, List<String>> SEARCHED = Map.of(
            ObjectType.CONTACT, List.of("email", "firstname", "lastname", "phone", "company"),
            ObjectType.COMPANY, List.of("domain", "name", "phone", "website"),
            ObjectType.DEAL, List.of("dealname", "description"),
            ObjectType.PRODUCT, List.of("description", "hs_sku", "name"),
            ObjectType.LINE_ITEM, List.of("description", "hs_sku", "name"),
            ObjectType.QUOTE, List.of("hs_quote_number", "hs_title"),
            ObjectType.INVOICE, List.of("hs_number", "hs_title"),
            ObjectType.TASK, List.of("hs_task_body", "hs_task_subject"),
            ObjectType.NOTE, List.of("hs_note_body"));

    private Defaults() {}

    static SequencedSet<String> of(ObjectType type) {
        var names = new LinkedHashSet<>(always(type));
        names.addAll(MORE.getOrDefault(type, List.of()));
        return names;
    }

    static List<String> always(ObjectType type) {
        return List.of(type.createdProperty(), type.modifiedProperty(), "hs_object_id");
    }

    static List<String> searched(State state, ObjectType type) {
        return state.schema(type).map(Schema::searchableProperties).orElse(SEARCHED.getOrDefault(type, List.of()));
    }
}
