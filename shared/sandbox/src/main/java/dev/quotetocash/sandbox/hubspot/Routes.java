package dev.quotetocash.sandbox.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All routes, wired; the first that fits serves, so literal paths come before patterns.
final class Routes {

    /// No call looks at all of them.
    private final Map<Shape, List<Route>> byShape;

    private record Shape(String method, int segments) {}

    private Routes(List<Route> routes) {
        byShape = routes.stream()
                .collect(Collectors.groupingBy(
                        route -> new Shape(route.method(), route.pattern().size())));
    }

    static Routes of(Portal portal, Gate gate) {
        var associations = new Associations(portal);
        var unique = new UniqueValues(portal);
        var records = new Records(portal, associations, gate.disruptions());
        var writes = new RecordWrites(portal, new TypeRules(portal, associations), records, unique);
        var format = new RecordFormat(portal, associations);
        var merges = new Merges(portal, records, associations, unique);

        var routes = new ArrayList<Route>();
        routes.addAll(new SearchEndpoint(portal, format, associations).routes());
        routes.addAll(new BatchEndpoints(portal, format, writes, unique).routes());
        routes.addAll(new ObjectEndpoints(portal, format, writes, unique, records, merges).routes());
        routes.addAll(new AssociationEndpoints(portal, associations, writes, records).routes());
        routes.addAll(new AssociationBatchEndpoints(portal, associations, writes, records).routes());
        routes.addAll(new LabelEndpoints(portal, associations).routes());
        routes.addAll(new SchemaEndpoints(portal).routes());
        routes.addAll(new GroupEndpoints(portal).routes());
        routes.addAll(new PropertyEndpoints(portal).routes());
        routes.addAll(new PipelineEndpoints(portal, records).routes());
        routes.addAll(new AccountEndpoints(portal, gate.limits(), portal.state().startedAt()).routes());
        routes.addAll(new OAuthEndpoints(portal, gate.grants()).routes());
        return new Routes(routes);
    }

    /// Those that may fit, in order.
    List<Route> like(String method, ApiPath path) {
        return byShape.getOrDefault(new Shape(method, path.segments().size()), List.of());
    }

    /// A name for what no route serves.
    static String unknown(String method, ApiPath path) {
        return path.segments().stream()
                .map(segment -> segment.matches("[0-9]+") ? "{id}" : segment)
                .collect(Collectors.joining("/", method + " /", ""));
    }
}
