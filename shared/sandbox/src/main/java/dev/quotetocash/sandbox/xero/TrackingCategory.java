package dev.quotetocash.sandbox.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A tracking category (`Region`) and its options (`North`).
record TrackingCategory(UUID id, String name, Status status, List<Choice> options) {

    enum Status {
        ACTIVE,
        ARCHIVED,
        DELETED
    }

    record Choice(UUID id, String name, Status status) {}

    TrackingCategory {
        options = List.copyOf(options);
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    Optional<Choice> option(UUID optionId) {
        return options.stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    Optional<Choice> optionNamed(String optionName) {
        return options.stream()
                .filter(option -> option.name().equalsIgnoreCase(optionName))
                .findFirst();
    }

    TrackingCategory as(Status other) {
        return new TrackingCategory(id, name, other, options);
    }

    TrackingCategory withOptions(List<Choice> others) {
        return new TrackingCategory(id, name, status, others);
    }

    /// With `option` in the place of the one of its id, or at the end.
    TrackingCategory with(Choice option) {
        var all = new ArrayList<>(options);
        var at = options.stream().map(Choice::id).toList().indexOf(option.id());
        if (at < 0) all.add(option);
        else all.set(at, option);
        return withOptions(all);
    }

    TrackingCategory without(UUID optionId) {
        return withOptions(
                options.stream().filter(option -> !option.id().equals(optionId)).toList());
    }
}
