package dev.quotetocash.sandbox.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The armed faults, each used up by the requests that it strikes.
public final class Faults {

    private final List<Fault> armed = new ArrayList<>();

    public synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    public synchronized void clear() {
        armed.clear();
    }

    public synchronized List<Fault> all() {
        return List.copyOf(armed);
    }

    synchronized Optional<Fault> strike(String endpoint, SimRequest request) {
        for (var at = 0; at < armed.size(); at++) {
            var fault = armed.get(at);
            if (!fault.strikes(endpoint, request)) continue;
            if (fault.times() <= 1) armed.remove(at);
            else armed.set(at, fault.onceLess());
            return Optional.of(fault);
        }
        return Optional.empty();
    }
}
