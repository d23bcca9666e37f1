package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.WebhookEvent;
import dev.quotetocash.sandbox.sim.Webhooks;
import java.util.ArrayList;
import java.util.List;

/// Collects the changes of one request and, once it has succeeded, tells them in webhooks of at most 100 events
/// (section 9.1). HubSpot's events have no order, so they are not numbered.
final class Outbox {

    private static final int EVENTS_PER_WEBHOOK = 100;
    private static final long FIRST_EVENT_ID = 3_816_279_340L;

    private final Webhooks webhooks;
    private final EventFormat format;
    private final List<Change> changes = new ArrayList<>();
    private long nextEventId = FIRST_EVENT_ID;

    Outbox(HubSpotSettings settings, Webhooks webhooks) {
        this.webhooks = webhooks;
        this.format = new EventFormat(settings, () -> nextEventId++);
    }

    void add(Change change) {
        changes.add(change);
    }

    int size() {
        return changes.size();
    }

    /// Forgets what was added since the outbox had `size` changes.
    void truncate(int size) {
        changes.subList(size, changes.size()).clear();
    }

    void flush() {
        var events = new ArrayList<WebhookEvent>();
        for (var change : changes)
            format.events(change).stream().map(Outbox::event).forEach(events::add);
        changes.clear();
        for (var from = 0; from < events.size(); from += EVENTS_PER_WEBHOOK) {
            webhooks.tell(List.copyOf(events.subList(from, Math.min(events.size(), from + EVENTS_PER_WEBHOOK))));
        }
    }

    private static WebhookEvent event(ObjectNode event) {
        return new WebhookEvent(0, "", Json.text(event));
    }
}
