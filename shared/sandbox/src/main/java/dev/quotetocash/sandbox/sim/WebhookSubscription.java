package dev.quotetocash.sandbox.sim;

/// Whether events are sent, and why. `DISABLED` keeps them until the endpoint has proved itself (xero-api.md,
/// 10.1).
public record WebhookSubscription(State state, String why) {

    public enum State {
        /// There is no address: events are told to nobody.
        ABSENT,
        DISABLED,
        ENABLED
    }

    static WebhookSubscription absent() {
        return new WebhookSubscription(State.ABSENT, "there is no address");
    }

    static WebhookSubscription enabled(String why) {
        return new WebhookSubscription(State.ENABLED, why);
    }

    static WebhookSubscription disabled(String why) {
        return new WebhookSubscription(State.DISABLED, why);
    }

    public boolean is(State asked) {
        return state == asked;
    }
}
