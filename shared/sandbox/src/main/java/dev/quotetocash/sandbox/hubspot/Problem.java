package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a request, or one row of a batch, is refused: the error envelope of section 8 without its correlation id.
record Problem(
        int status,
        String category,
        Optional<String> subCategory,
        String message,
        Map<String, List<String>> context,
        List<FieldError> errors) {

    static final int LOCKED = 423;

    Problem {
        context = Map.copyOf(context);
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String category, String message) {
        return new Problem(status, category, Optional.empty(), message, Map.of(), List.of());
    }

    static Problem invalid(String message) {
        return of(400, "VALIDATION_ERROR", message);
    }

    static Problem notFound(String message) {
        return of(404, "OBJECT_NOT_FOUND", message);
    }

    /// Property values that were refused; HubSpot repeats them as JSON inside the message.
    static Problem invalid(List<FieldError> errors) {
        var details = Json.list(errors.stream().map(FieldError::detail).toList());
        var message = "Property values were not valid: " + Json.text(details);
        return new Problem(400, "VALIDATION_ERROR", Optional.empty(), message, Map.of(), errors);
    }

    Problem withSubCategory(String name) {
        return new Problem(status, category, Optional.of(name), message, context, errors);
    }

    Problem withContext(Map<String, List<String>> more) {
        return new Problem(status, category, subCategory, message, more, errors);
    }

    /// Whether it is a record that is not there, and not an endpoint, a property or the like.
    boolean isOfMissingRecord() {
        return status == 404 && context.containsKey("ids");
    }

    Refused refused() {
        return new Refused(this);
    }

    /// The body of a whole refused request.
    ObjectNode envelope(String correlationId) {
        var body = Json.object();
        body.put("status", "error").put("message", message).put("correlationId", correlationId);
        addRest(body);
        return body;
    }

    /// One entry of the `errors` of a 207.
    ObjectNode row() {
        var row = Json.object().put("status", "error");
        addRest(row);
        row.put("message", message);
        if (!row.has("context")) row.putObject("context");
        row.putObject("links");
        return row;
    }

    private void addRest(ObjectNode body) {
        body.put("category", category);
        subCategory.ifPresent(name -> body.put("subCategory", name));
        if (!context.isEmpty()) body.set("context", contextNode());
        if (!errors.isEmpty())
            body.set("errors", Json.list(errors.stream().map(FieldError::entry).toList()));
    }

    private JsonNode contextNode() {
        var node = Json.object();
        context.forEach((name, values) -> node.set(name, Json.strings(values)));
        return node;
    }
}
