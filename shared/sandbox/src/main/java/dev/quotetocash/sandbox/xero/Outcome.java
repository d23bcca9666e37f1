package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What became of one element of a write.
sealed interface Outcome {

    record Saved(ObjectNode shown) implements Outcome {}

    /// `shown` echoes the input, with the status that was asked for.
    record Refused(ObjectNode shown, List<String> messages) implements Outcome {

        public Refused {
            messages = List.copyOf(messages);
        }
    }

    /// It names an id that does not exist: the whole request fails.
    record Missing() implements Outcome {}
}
