package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.hubspot.AssociationType.Category;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.Optional;

/// `/crm/associations/{from}/{to}/labels` and the old list of types (section 2). An account's own labels are of
/// category USER_DEFINED and have an id for each direction.
final class LabelEndpoints {

    private static final String ALL = "/crm/associations/{from}/{to}/labels";

    private final Portal portal;
    private final Associations associations;

    LabelEndpoints(Portal portal, Associations associations) {
        this.portal = portal;
        this.associations = associations;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET " + ALL, this::list),
                Route.of("POST " + ALL, this::create),
                Route.of("PUT " + ALL, this::update),
                Route.of("DELETE " + ALL + "/{typeId}", this::delete),
                Route.of("GET /crm/associations/{from}/{to}/types", this::types));
    }

    private SimResponse list(Call call) {
        return call.results(
                Json.list(between(call).stream().map(AssociationType::format).toList()));
    }

    /// As v3 tells them: by id and name.
    private SimResponse types(Call call) {
        return call.results(Json.list(between(call).stream()
                .map(type ->
                        Json.object().put("id", Integer.toString(type.id())).put("name", type.name()))
                .toList()));
    }

    private SimResponse create(Call call) {
        var plain = associations.plain(call.type("from"), call.type("to"));
        var body = call.body();
        var label = text(body, "label").orElseThrow(() -> missing("label"));
        var name = text(body, "name").orElseThrow(() -> missing("name"));
        if (between(call).stream()
                .anyMatch(type -> type.label().filter(label::equals).isPresent()))
            throw Problem.invalid("An association label " + label + " already exists")
                    .refused();
        var id = portal.state().nextAssociationTypeId();
        var type = new AssociationType(
                call.type("from"),
                call.type("to"),
                Category.USER_DEFINED,
                id,
                id + 1,
                name,
                name,
                Optional.of(label),
                text(body, "inverseLabel").or(() -> Optional.of(label)),
                false,
                plain.forward());
        portal.state().associationTypes().put(type);
        return call.results(Json.list(List.of(type.format(), type.reversed().format())));
    }

    private SimResponse update(Call call) {
        var body = call.body();
        var old = own(call, body.path("associationTypeId").asInt(-1));
        var label = text(body, "label").orElseThrow(() -> missing("label"));
        portal.state().associationTypes().put(old.relabelled(label, text(body, "inverseLabel")));
        return call.noContent();
    }

    /// Records that carry the label keep their association without it.
    private SimResponse delete(Call call) {
        var type = own(call, (int) Call.number(call.param("typeId"), "associationTypeId"));
        var stored = type.forward() ? type : type.reversed();
        for (var link : portal.state().links().all()) {
            var between =
                    link.ends().from().equals(stored.from()) && link.ends().to().equals(stored.to());
            if (between) portal.state().put(link.without(stored.key()));
        }
        portal.state().associationTypes().remove(type);
        return call.noContent();
    }

    private AssociationType own(Call call, int id) {
        return between(call).stream()
                .filter(AssociationTypes::isOwn)
                .filter(type -> type.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("No association label of this account has the id " + id)
                        .refused());
    }

    private List<AssociationType> between(Call call) {
        return portal.state().associationTypes().between(call.type("from"), call.type("to"));
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Json.member(body, name).filter(value -> !value.isEmpty());
    }

    private static Refused missing(String name) {
        return Problem.invalid("Some required fields were not set: [" + name + "]")
                .refused();
    }
}
