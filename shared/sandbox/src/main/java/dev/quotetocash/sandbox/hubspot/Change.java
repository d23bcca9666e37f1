package dev.quotetocash.sandbox.hubspot;

import java.util.List;

/// Something that happened to a record and that a webhook may tell of (section 9.2).
sealed interface Change {

    Stamp stamp();

    record Created(ObjectType type, String id, Stamp stamp) implements Change {}

    record Deleted(ObjectType type, String id, Stamp stamp) implements Change {}

    /// Taken out of the recycle bin.
    record Restored(ObjectType type, String id, Stamp stamp) implements Change {}

    /// Deleted for good on a person's demand.
    record PrivacyDeleted(ObjectType type, String id, Stamp stamp) implements Change {}

    record PropertyChanged(ObjectType type, String id, String property, String value, Stamp stamp) implements Change {}

    /// `moved` counts the properties that the survivor took from the losers.
    record Merged(ObjectType type, String primaryId, List<String> mergedIds, String newId, int moved, Stamp stamp)
            implements Change {}

    record AssociationChanged(AssociationType kind, String fromId, String toId, boolean removed, Stamp stamp)
            implements Change {}
}
