package dev.quotetocash.sandbox.prove;

import java.util.List;

/// Something that must never be, or must not stay. `rule` is the checker's sentence, `what` the case, `records`
/// the ids by which the trace tells its story.
record Violation(String rule, String what, List<String> records) {
    Violation {
        records = List.copyOf(records);
    }
}
