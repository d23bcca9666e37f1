package dev.quotetocash.sandbox.sim;

import java.util.List;

/// Whom a simulator tells what its webhooks are to say. In the sandbox and in virtual time that is a
/// [WebhookQueue]; a test may keep the events. Must not block: the simulator calls it while it applies a
/// request.
public interface Webhooks {

    /// `events` belong together: they are sent in one request, or with others of their pipeline.
    void tell(List<WebhookEvent> events);
}
