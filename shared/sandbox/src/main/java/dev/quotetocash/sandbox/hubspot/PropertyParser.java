package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads definitions of properties from requests and refuses invalid ones (section 6).
final class PropertyParser {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Map<String, Set<String>> FIELD_TYPES = Map.of(
            "bool", Set.of("booleancheckbox", "calculation_equation"),
            "date", Set.of("date"),
            "datetime", Set.of("date"),
            "enumeration", Set.of("booleancheckbox", "checkbox", "radio", "select", "calculation_equation"),
            "number", Set.of("number", "calculation_equation"),
            "phone_number", Set.of("phonenumber"),
            "string", Set.of("file", "html", "phonenumber", "text", "textarea", "calculation_equation"));

    private static final List<String> FIXED_HINTS = List.of("dataSensitivity", "referencedObjectType");
    private static final List<String> HINTS = List.of(
            "calculationFormula", "currencyPropertyName", "numberDisplayHint", "showCurrencySymbol", "textDisplayHint");

    private PropertyParser() {}

    static PropertyDefinition create(JsonNode body, Instant at) {
        var missing = new ArrayList<String>();
        for (var member : List.of("name", "label", "type", "fieldType", "groupName")) {
            if (Json.member(body, member).filter(text -> !text.isEmpty()).isEmpty()) missing.add(member);
        }
        if (!missing.isEmpty())
            throw Problem.invalid("Some required fields were not set: " + missing)
                    .refused();
        var name = text(body, "name", "");
        if (!NAME.matcher(name).matches())
            throw Problem.invalid("Property name " + name + " must be lower case letters, digits and underscores")
                    .refused();
        var blank = new PropertyDefinition(
                name,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                body.path("externalOptions").asBoolean(false),
                body.path("hasUniqueValue").asBoolean(false),
                false,
                false,
                -1,
                text(body, "fieldType", "").equals("calculation_equation"),
                false,
                false,
                false,
                hints(body, FIXED_HINTS),
                at,
                at);
        return update(blank, body, at);
    }

    /// Takes over what may change; the rest of the body is not looked at. Options are replaced as a whole.
    static PropertyDefinition update(PropertyDefinition old, JsonNode body, Instant at) {
        var type = text(body, "type", old.type());
        var fieldType = text(body, "fieldType", old.fieldType());
        if (!FIELD_TYPES.getOrDefault(type, Set.of()).contains(fieldType))
            throw Problem.invalid("Field type " + fieldType + " does not go with type " + type)
                    .refused();
        var options = body.has("options") ? options(body.path("options")) : old.options();
        if (options.isEmpty() && type.equals("bool"))
            options = List.of(PropertyOption.of("Yes", "true", 0), PropertyOption.of("No", "false", 1));
        if (options.isEmpty() && type.equals("enumeration") && !old.externalOptions() && !old.calculated())
            throw Problem.invalid("Property " + old.name() + " of type enumeration needs options")
                    .refused();
        var hints = new LinkedHashMap<>(old.hints());
        hints.putAll(hints(body, HINTS));
        return new PropertyDefinition(
                old.name(),
                text(body, "label", old.label()),
                type,
                fieldType,
                text(body, "groupName", old.groupName()),
                text(body, "description", old.description()),
                options,
                old.externalOptions(),
                old.hasUniqueValue(),
                body.path("hidden").asBoolean(old.hidden()),
                body.path("formField").asBoolean(old.formField()),
                body.path("displayOrder").asInt(old.displayOrder()),
                old.calculated(),
                old.readOnlyValue(),
                old.hubspotDefined(),
                false,
                hints,
                old.createdAt(),
                at);
    }

    private static Map<String, String> hints(JsonNode body, List<String> names) {
        var hints = new LinkedHashMap<String, String>();
        for (var name : names) Json.member(body, name).ifPresent(hint -> hints.put(name, hint));
        return hints;
    }

    private static List<PropertyOption> options(JsonNode nodes) {
        var options = new ArrayList<PropertyOption>();
        for (var node : nodes) {
            var option = PropertyOption.parse(node);
            if (options.stream().anyMatch(other -> other.value().equals(option.value())))
                throw Problem.invalid("Property option values must be unique: " + option.value())
                        .refused();
            options.add(option);
        }
        return options;
    }

    private static String text(JsonNode body, String name, String usual) {
        return Json.member(body, name).orElse(usual);
    }
}
