package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.Change.AssociationChanged;
import dev.quotetocash.sandbox.hubspot.Change.Created;
import dev.quotetocash.sandbox.hubspot.Change.Deleted;
import dev.quotetocash.sandbox.hubspot.Change.Merged;
import dev.quotetocash.sandbox.hubspot.Change.PrivacyDeleted;
import dev.quotetocash.sandbox.hubspot.Change.PropertyChanged;
import dev.quotetocash.sandbox.hubspot.Change.Restored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Turns changes into the events that the app's subscriptions ask for (section 9.2).
final class EventFormat {

    private static final long FIRST_SUBSCRIPTION_ID = 5_000_001;

    private final HubSpotSettings settings;
    private final LongSupplier eventIds;
    private final List<Subscription> served;

    EventFormat(HubSpotSettings settings, LongSupplier eventIds) {
        this.settings = settings;
        this.eventIds = eventIds;
        this.served = settings.subscriptions().stream().filter(this::isServed).toList();
    }

    List<ObjectNode> events(Change change) {
        return switch (change) {
            case Created(var type, var id, var stamp) -> simple(type, id, "creation", creation(), stamp);
            case Deleted(var type, var id, var stamp) -> simple(type, id, "deletion", "DELETED", stamp);
            case Restored(var type, var id, var stamp) -> simple(type, id, "restore", "RESTORED", stamp);
            case PrivacyDeleted(var type, var id, var stamp) -> simple(type, id, "privacyDeletion", "DELETED", stamp);
            case PropertyChanged property -> propertyChange(property);
            case Merged merged -> merge(merged);
            case AssociationChanged association -> associationChange(association);
        };
    }

    private List<ObjectNode> simple(ObjectType type, String id, String event, String flag, Stamp stamp) {
        return matching(type, event).stream()
                .map(subscription -> {
                    var node = base(subscription, type, id, stamp);
                    if (settings.is(Unconfirmed.EVENTS_CARRY_CHANGE_FLAG)) node.put("changeFlag", flag);
                    return node;
                })
                .toList();
    }

    private List<ObjectNode> propertyChange(PropertyChanged change) {
        return served.stream()
                .filter(subscription -> subscription.coversProperty(change.type(), change.property()))
                .map(subscription -> {
                    var node = base(subscription, change.type(), change.id(), change.stamp());
                    node.put("propertyName", change.property()).put("propertyValue", change.value());
                    if (settings.is(Unconfirmed.EVENTS_CARRY_IS_SENSITIVE)) node.put("isSensitive", false);
                    return node;
                })
                .toList();
    }

    private List<ObjectNode> merge(Merged change) {
        return matching(change.type(), "merge").stream()
                .map(subscription -> {
                    var node = base(subscription, change.type(), change.newId(), change.stamp());
                    node.put("primaryObjectId", Long.parseLong(change.primaryId()));
                    var merged = node.putArray("mergedObjectIds");
                    change.mergedIds().forEach(id -> merged.add(Long.parseLong(id)));
                    node.put("newObjectId", Long.parseLong(change.newId()));
                    return node.put("numberOfPropertiesMoved", change.moved());
                })
                .toList();
    }

    /// Two events per change, one per side. A side without a subscription of its own is told through the other's.
    private List<ObjectNode> associationChange(AssociationChanged change) {
        var there = change.kind();
        var back = there.reversed();
        var events = new ArrayList<ObjectNode>();
        side(there, back).ifPresent(s -> events.add(association(s, there, change.fromId(), change.toId(), change)));
        if (back.id() != 0)
            side(back, there).ifPresent(s -> events.add(association(s, back, change.toId(), change.fromId(), change)));
        return events;
    }

    private Optional<Subscription> side(AssociationType side, AssociationType other) {
        var own = Subscriptions.first(served, side.from(), "associationChange");
        if (own.isPresent() || !settings.is(Unconfirmed.ASSOCIATION_EVENTS_FROM_BOTH_SIDES)) return own;
        return Subscriptions.first(served, other.from(), "associationChange");
    }

    private ObjectNode association(
            Subscription subscription, AssociationType kind, String fromId, String toId, AssociationChanged change) {
        var node = base(subscription, kind.from(), fromId, change.stamp());
        node.put("associationType", kind.event());
        node.put("fromObjectId", Long.parseLong(fromId)).put("toObjectId", Long.parseLong(toId));
        node.put("associationRemoved", change.removed()).put("isPrimaryAssociation", kind.primary());
        if (subscription.isGeneric() && settings.is(Unconfirmed.ASSOCIATION_EVENTS_NAME_TYPES)) {
            node.put("fromObjectTypeId", kind.from().id())
                    .put("toObjectTypeId", kind.to().id());
            node.put("associationTypeId", kind.id())
                    .put("associationCategory", kind.category().name());
        }
        return node;
    }

    private List<Subscription> matching(ObjectType type, String event) {
        return served.stream()
                .filter(subscription -> subscription.covers(type, event))
                .toList();
    }

    private boolean isServed(Subscription subscription) {
        var unsure = ObjectType.QUOTE.isCalled(subscription.objectType())
                || ObjectType.INVOICE.isCalled(subscription.objectType());
        return !unsure || settings.is(Unconfirmed.QUOTES_AND_INVOICES_EMIT);
    }

    private String creation() {
        return settings.is(Unconfirmed.CHANGE_FLAG_SAYS_NEW) ? "NEW" : "CREATED";
    }

    private ObjectNode base(Subscription subscription, ObjectType type, String id, Stamp stamp) {
        var number = FIRST_SUBSCRIPTION_ID + settings.subscriptions().indexOf(subscription);
        var typeMember = settings.is(Unconfirmed.EVENTS_NAME_SUBSCRIPTION_TYPE) ? "subscriptionType" : "eventType";
        var node = Json.object();
        node.put("eventId", eventIds.getAsLong()).put("subscriptionId", number);
        node.put("portalId", settings.portalId()).put("appId", settings.appId());
        node.put("occurredAt", stamp.at().toEpochMilli()).put(typeMember, subscription.subscriptionType());
        node.put("attemptNumber", 0).put("objectId", Long.parseLong(id));
        if (subscription.isGeneric()) node.put("objectTypeId", type.id());
        node.put("changeSource", stamp.source());
        if (settings.is(Unconfirmed.EVENTS_CARRY_SOURCE_ID) && !stamp.sourceId().isEmpty())
            node.put("sourceId", stamp.sourceId());
        return node;
    }
}
