package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads `{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":20}`.
final class AssociationSpec {

    private AssociationSpec() {}

    static AssociationType parse(ObjectType from, ObjectType to, JsonNode spec) {
        return AssociationType.of(from, to, id(spec))
                .orElseThrow(() -> unknown(from.plural() + " to " + to.plural(), spec));
    }

    static List<AssociationType> parseAll(ObjectType from, ObjectType to, JsonNode specs) {
        var types = new ArrayList<AssociationType>();
        specs.forEach(spec -> types.add(parse(from, to, spec)));
        if (types.isEmpty())
            throw Problem.invalid("At least one association type is required").refused();
        return types;
    }

    /// The type that leads out of `from`, whatever it leads to.
    static AssociationType outOf(ObjectType from, JsonNode spec) {
        return Arrays.stream(ObjectType.values())
                .flatMap(to -> AssociationType.of(from, to, id(spec)).stream())
                .findFirst()
                .orElseThrow(() -> unknown(from.plural(), spec));
    }

    private static int id(JsonNode spec) {
        var category = Json.member(spec, "associationCategory").orElse("");
        return category.equals("HUBSPOT_DEFINED")
                ? spec.path("associationTypeId").asInt(-1)
                : -1;
    }

    private static Refused unknown(String between, JsonNode spec) {
        return Problem.invalid("Association type " + Json.text(spec) + " is not valid from " + between)
                .refused();
    }
}
