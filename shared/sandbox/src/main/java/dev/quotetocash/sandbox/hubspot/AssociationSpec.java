package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.hubspot.AssociationType.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads `{"associationCategory":"HUBSPOT_DEFINED","associationTypeId":20}`.
final class AssociationSpec {

    private AssociationSpec() {}

    /// What an existing pair may be given: all but the types that only a creation can set.
    static List<AssociationType> parseAll(State state, ObjectType from, ObjectType to, JsonNode specs) {
        var types = new ArrayList<AssociationType>();
        for (var spec : specs) {
            types.add(state.associationTypes()
                    .of(from, to, key(spec))
                    .filter(type -> !type.isCreateOnly())
                    .orElseThrow(() -> unknown(from.plural() + " to " + to.plural(), spec)));
        }
        if (types.isEmpty())
            throw Problem.invalid("At least one association type is required").refused();
        return types;
    }

    /// The type that leads out of `from`, whatever it leads to.
    static AssociationType outOf(State state, ObjectType from, JsonNode spec) {
        return state.associationTypes()
                .outOf(from, state.types(), key(spec))
                .orElseThrow(() -> unknown(from.plural(), spec));
    }

    private static AssociationType.Key key(JsonNode spec) {
        var name = Json.member(spec, "associationCategory").orElse("");
        var category = Arrays.stream(Category.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("Unknown associationCategory: " + Json.text(spec))
                        .refused());
        return new AssociationType.Key(category, spec.path("associationTypeId").asInt(-1));
    }

    private static Refused unknown(String between, JsonNode spec) {
        return Problem.invalid("Association type " + Json.text(spec) + " is not valid from " + between)
                .refused();
    }
}
