package dev.quotetocash.sandbox.sim;

import java.util.LinkedHashMap;
import java.util.Map;

/// How often each endpoint was called, in the order of first calls.
public final class CallCounts {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    public synchronized void count(String endpoint) {
        counts.merge(endpoint, 1, Integer::sum);
    }

    public synchronized Map<String, Integer> all() {
        return new LinkedHashMap<>(counts);
    }

    public synchronized void reset() {
        counts.clear();
    }
}
