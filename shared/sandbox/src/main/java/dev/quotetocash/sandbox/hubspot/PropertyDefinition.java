package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A property of an object type (section 6). `hints` are members that are kept and told and do nothing more, such
/// as `currencyPropertyName`.
record PropertyDefinition(
        String name,
        String label,
        String type,
        String fieldType,
        String groupName,
        String description,
        List<PropertyOption> options,
        boolean externalOptions,
        boolean hasUniqueValue,
        boolean hidden,
        boolean formField,
        int displayOrder,
        boolean calculated,
        boolean readOnlyValue,
        boolean hubspotDefined,
        boolean archived,
        Map<String, String> hints,
        Instant createdAt,
        Instant updatedAt) {

    PropertyDefinition {
        options = List.copyOf(options);
        hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
    }

    boolean writable() {
        return !calculated && !readOnlyValue;
    }

    PropertyDefinition archived(boolean now, Instant at) {
        return new PropertyDefinition(
                name,
                label,
                type,
                fieldType,
                groupName,
                description,
                options,
                externalOptions,
                hasUniqueValue,
                hidden,
                formField,
                displayOrder,
                calculated,
                readOnlyValue,
                hubspotDefined,
                now,
                hints,
                createdAt,
                at);
    }

    /// This definition in place of an archived one, whose values are kept: their type and uniqueness stay.
    PropertyDefinition restoring(PropertyDefinition old) {
        return new PropertyDefinition(
                name,
                label,
                old.type,
                old.type.equals(type) ? fieldType : old.fieldType,
                groupName,
                description,
                old.type.equals(type) ? options : old.options,
                externalOptions,
                old.hasUniqueValue,
                hidden,
                formField,
                displayOrder,
                calculated,
                readOnlyValue,
                hubspotDefined,
                archived,
                hints,
                old.createdAt,
                updatedAt);
    }

    ObjectNode format() {
        var node = Json.object();
        node.put("updatedAt", Times.format(updatedAt)).put("createdAt", Times.format(createdAt));
        node.put("name", name).put("label", label).put("type", type).put("fieldType", fieldType);
        node.put("description", description).put("groupName", groupName);
        node.set(
                "options",
                Json.list(options.stream().map(PropertyOption::format).toList()));
        node.put("displayOrder", displayOrder).put("calculated", calculated);
        node.put("externalOptions", externalOptions).put("archived", archived);
        node.put("hasUniqueValue", hasUniqueValue).put("hidden", hidden).put("hubspotDefined", hubspotDefined);
        node.putObject("modificationMetadata")
                .put("archivable", !hubspotDefined)
                .put("readOnlyDefinition", hubspotDefined)
                .put("readOnlyOptions", hubspotDefined)
                .put("readOnlyValue", !writable());
        node.put("formField", formField);
        hints.forEach((name, hint) -> {
            if (name.equals("showCurrencySymbol")) node.put(name, hint.equals("true"));
            else node.put(name, hint);
        });
        if (!hints.containsKey("dataSensitivity")) node.put("dataSensitivity", "non_sensitive");
        return node;
    }
}
