package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// The tracking of a line: at most two categories (reference section 3.2), named or given by their ids. What
/// the organisation does not have is left out without a word, or refused: no source settles it.
final class Trackings {

    private static final int PER_LINE = 2;

    private Trackings() {}

    static List<Line.Tracking> chosen(Call call, Sent line) {
        var sent = line.list("Tracking");
        if (sent.size() > PER_LINE) line.refuse("A line can have at most 2 tracking categories.");
        return sent.stream().flatMap(entry -> chosenOne(call, entry).stream()).toList();
    }

    private static Optional<Line.Tracking> chosenOne(Call call, Sent entry) {
        var name = entry.text("Name").orElse("");
        var option = entry.text("Option").orElse("");
        entry.refuse(FieldLimits.check("Tracking", name, FieldLimits.TRACKING));
        entry.refuse(FieldLimits.check("Tracking", option, FieldLimits.TRACKING));
        var found = category(call.books().desk, entry, name)
                .flatMap(category -> option(category, entry, option)
                        .map(choice -> new Line.Tracking(category.id(), choice.id(), category.name(), choice.name())));
        if (found.isEmpty() && call.is(Unconfirmed.UNKNOWN_TRACKING_REFUSED)) {
            entry.refuse("The tracking category '" + name + "' has no active option '" + option + "'.");
        }
        return found;
    }

    private static Optional<TrackingCategory> category(Desk desk, Sent entry, String name) {
        var id = entry.guid("TrackingCategoryID");
        return desk.tracking().values().stream()
                .filter(TrackingCategory::active)
                .filter(category -> id.map(category.id()::equals)
                        .orElseGet(() -> category.name().equalsIgnoreCase(name)))
                .findFirst();
    }

    private static Optional<TrackingCategory.Choice> option(TrackingCategory category, Sent entry, String name) {
        return entry.guid("TrackingOptionID")
                .flatMap(category::option)
                .or(() -> category.optionNamed(name))
                .filter(choice -> choice.status() == TrackingCategory.Status.ACTIVE);
    }

    /// With the names that category and option have by now.
    static ObjectNode shown(Desk desk, Line.Tracking chosen) {
        var category = Optional.ofNullable(desk.tracking().get(chosen.categoryId()));
        var option = category.flatMap(found -> found.option(chosen.optionId()));
        return Json.object()
                .put("Name", category.map(TrackingCategory::name).orElse(chosen.name()))
                .put("Option", option.map(TrackingCategory.Choice::name).orElse(chosen.option()))
                .put("TrackingCategoryID", chosen.categoryId().toString())
                .put("TrackingOptionID", chosen.optionId().toString());
    }
}
