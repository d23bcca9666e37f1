package dev.quotetocash.sandbox.xero;

/// How Xero itself is doing, apart from what it knows. `heldCalls` of the app are under way and do not end.
record Condition(boolean offline, boolean keysDown, int heldCalls) {

    static Condition well() {
        return new Condition(false, false, 0);
    }

    Condition offline(boolean is) {
        return new Condition(is, keysDown, heldCalls);
    }

    Condition keysDown(boolean are) {
        return new Condition(offline, are, heldCalls);
    }

    Condition holding(int calls) {
        return new Condition(offline, keysDown, calls);
    }
}
