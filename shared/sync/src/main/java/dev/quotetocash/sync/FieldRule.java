package dev.quotetocash.sync;

/// One line of the mapping: a field's name, which way it flows, who wins a conflict, and how its values are
/// translated.
public record FieldRule(String field, Direction direction, Policy policy, Translation translation) {

    public static FieldRule toHubSpot(String field) {
        return new FieldRule(field, Direction.TO_HUBSPOT, Policy.XERO, Translation.SAME);
    }
}
