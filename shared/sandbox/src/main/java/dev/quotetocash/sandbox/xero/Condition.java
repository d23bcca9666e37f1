package dev.quotetocash.sandbox.xero;

import java.time.Duration;

/// How Xero itself is doing, apart from what it knows. `heldCalls` of the app are under way and do not end;
/// `writesTake` is how long a write with an idempotency key is under way.
record Condition(boolean offline, boolean keysDown, int heldCalls, Duration writesTake) {

    static Condition well() {
        return new Condition(false, false, 0, Duration.ZERO);
    }

    Condition offline(boolean is) {
        return new Condition(is, keysDown, heldCalls, writesTake);
    }

    Condition keysDown(boolean are) {
        return new Condition(offline, are, heldCalls, writesTake);
    }

    Condition holding(int calls) {
        return new Condition(offline, keysDown, calls, writesTake);
    }

    Condition writing(Duration takes) {
        return new Condition(offline, keysDown, heldCalls, takes);
    }
}
