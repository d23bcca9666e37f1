package dev.quotetocash.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// How Xero marks an element that it refused: docs/reference/xero-api.md, 9.1 and 9.2.
final class ElementJson {

    private ElementJson() {}

    /// Invoices say `HasErrors`, contacts `HasValidationErrors`.
    static boolean refused(JsonNode element) {
        return Json.optional(element, "StatusAttributeString")
                        .filter("ERROR"::equals)
                        .isPresent()
                || element.path("HasErrors").asBoolean()
                || element.path("HasValidationErrors").asBoolean();
    }

    /// Xero's words about an element and its lines. Some pages call the text `Description`.
    static List<String> errors(JsonNode element) {
        var errors = new ArrayList<String>();
        addErrors(element, errors);
        element.path("LineItems").forEach(line -> addErrors(line, errors));
        return errors.stream().distinct().toList();
    }

    /// As [#errors], but never without a word.
    static List<String> reasons(JsonNode element) {
        var errors = errors(element);
        return errors.isEmpty() ? List.of("Xero gave no reason.") : errors;
    }

    private static void addErrors(JsonNode node, List<String> errors) {
        for (var error : node.path("ValidationErrors")) {
            Json.optional(error, "Message")
                    .or(() -> Json.optional(error, "Description"))
                    .ifPresent(errors::add);
        }
    }
}
