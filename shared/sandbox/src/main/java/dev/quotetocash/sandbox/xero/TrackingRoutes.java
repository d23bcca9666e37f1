package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// `/TrackingCategories` and their options: at most 2 categories active and 4 in all, names of at most 100
/// characters (reference sections 3.2 and 8). Deleting takes them away from new lines, not from old ones.
final class TrackingRoutes {

    private static final int ACTIVE_MAX = 2;
    private static final int ALL_MAX = 4;
    private static final Batch CATEGORIES = new Batch("TrackingCategories", "HasValidationErrors");
    private static final Batch OPTIONS = new Batch("Options", "HasValidationErrors");

    private TrackingRoutes() {}

    /// `rest` is what follows `/TrackingCategories`.
    static Answer answer(Call call, List<String> rest) {
        var method = call.request().method();
        if (rest.isEmpty()) {
            return switch (method) {
                case "GET" -> Listings.tracking().answer(call, listed(call));
                case "PUT" -> CATEGORIES.writeOne(call, node -> create(call, node));
                default -> new Answer.NotFound();
            };
        }
        var category = Sent.guidOf(rest.getFirst())
                .flatMap(id -> Optional.ofNullable(call.books().desk.tracking().get(id)));
        if (category.isEmpty()) return new Answer.NotFound();
        return switch (rest.size()) {
            case 1 -> one(call, category.get());
            case 2 -> rest.get(1).equals("Options") ? options(call, category.get()) : new Answer.NotFound();
            case 3 -> rest.get(1).equals("Options") ? option(call, category.get(), rest.get(2)) : new Answer.NotFound();
            default -> new Answer.NotFound();
        };
    }

    private static Stream<TrackingCategory> listed(Call call) {
        var archived = call.asks("includeArchived");
        return call.books().desk.tracking().values().stream().filter(category -> archived || category.active());
    }

    private static Answer one(Call call, TrackingCategory category) {
        return switch (call.request().method()) {
            case "GET" -> Answer.of("TrackingCategories", List.of(TrackingView.category(category)));
            case "POST" -> CATEGORIES.writeSingle(call, node -> save(call, call.sent(node), category));
            case "DELETE" -> {
                call.books().desk.tracking().remove(category.id());
                var deleted = category.as(TrackingCategory.Status.DELETED);
                yield Answer.of("TrackingCategories", List.of(TrackingView.category(deleted)));
            }
            default -> new Answer.NotFound();
        };
    }

    private static Outcome create(Call call, ObjectNode node) {
        var sent = call.sent(node);
        if (call.books().desk.tracking().size() >= ALL_MAX) {
            sent.refuse("An organisation can have at most 4 tracking categories.");
        }
        var blank = new TrackingCategory(call.draws().guid(), "", TrackingCategory.Status.ACTIVE, List.of());
        return save(call, sent, blank);
    }

    private static Outcome save(Call call, Sent sent, TrackingCategory known) {
        var name = named(sent).orElse(known.name());
        var status = sent.choice("Status", TrackingCategory.Status.class).orElse(known.status());
        var all = call.books().desk.tracking();
        checkName(sent, name);
        var others = all.values().stream()
                .filter(other -> !other.id().equals(known.id()))
                .toList();
        if (others.stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            sent.refuse("A tracking category named '" + name + "' already exists.");
        }
        var active = others.stream().filter(TrackingCategory::active).count();
        if (status == TrackingCategory.Status.ACTIVE && active >= ACTIVE_MAX) {
            sent.refuse("An organisation can have at most 2 active tracking categories.");
        }
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node().deepCopy(), sent.problems());
        var next = new TrackingCategory(known.id(), name, status, known.options());
        all.put(next.id(), next);
        return new Outcome.Saved(TrackingView.category(next));
    }

    private static Answer options(Call call, TrackingCategory category) {
        if (!call.request().method().equals("PUT")) return new Answer.NotFound();
        return OPTIONS.writeOne(call, node -> {
            var blank = new TrackingCategory.Choice(call.draws().guid(), "", TrackingCategory.Status.ACTIVE);
            return save(call, call.sent(node), category.id(), blank);
        });
    }

    private static Answer option(Call call, TrackingCategory category, String optionId) {
        return Sent.guidOf(optionId)
                .flatMap(category::option)
                .map(option(call, category))
                .orElseGet(Answer.NotFound::new);
    }

    private static Function<TrackingCategory.Choice, Answer> option(Call call, TrackingCategory category) {
        return option -> switch (call.request().method()) {
            case "POST" -> OPTIONS.writeSingle(call, node -> save(call, call.sent(node), category.id(), option));
            case "DELETE" -> {
                call.books().desk.tracking().put(category.id(), category.without(option.id()));
                var deleted = new TrackingCategory.Choice(option.id(), option.name(), TrackingCategory.Status.DELETED);
                yield Answer.of("Options", List.of(TrackingView.option(deleted)));
            }
            default -> new Answer.NotFound();
        };
    }

    private static Outcome save(Call call, Sent sent, UUID categoryId, TrackingCategory.Choice known) {
        var category = call.books().desk.tracking().get(categoryId);
        if (category == null) return new Outcome.Missing();
        var name = named(sent).orElse(known.name());
        checkName(sent, name);
        if (category.optionNamed(name)
                .filter(other -> !other.id().equals(known.id()))
                .isPresent()) {
            sent.refuse("A tracking option named '" + name + "' already exists.");
        }
        var status = sent.choice("Status", TrackingCategory.Status.class).orElse(known.status());
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node().deepCopy(), sent.problems());
        var next = new TrackingCategory.Choice(known.id(), name, status);
        call.books().desk.tracking().put(categoryId, category.with(next));
        return new Outcome.Saved(TrackingView.option(next));
    }

    /// The OpenAPI document's examples spell it in lower case.
    private static Optional<String> named(Sent sent) {
        return sent.filled("Name").or(() -> sent.filled("name")).map(String::strip);
    }

    private static void checkName(Sent sent, String name) {
        if (name.isBlank()) sent.refuse("Name must be specified.");
        sent.refuse(FieldLimits.check("Name", name, FieldLimits.TRACKING));
    }
}
