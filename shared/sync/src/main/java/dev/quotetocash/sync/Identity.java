package dev.quotetocash.sync;

import java.util.List;
import java.util.Optional;

/// Who the two sides of a link are.
public sealed interface Identity {

    /// The records that are known so far: none or one side before the pair is complete.
    List<RecordRef> records();

    record Unlinked(List<RecordRef> records) implements Identity {
        public Unlinked {
            records = List.copyOf(records);
        }
    }

    record Linked(List<RecordRef> records) implements Identity {
        public Linked {
            records = List.copyOf(records);
        }
    }

    /// One side is archived or gone; it is shown and never made again by itself.
    record Suspended(List<RecordRef> records, String why) implements Identity {
        public Suspended {
            records = List.copyOf(records);
        }
    }

    /// This link's record was merged into the one of `link`.
    record AliasOf(LinkKey link) implements Identity {
        @Override
        public List<RecordRef> records() {
            return List.of();
        }
    }

    default Optional<RecordRef> record(String system, String kind) {
        return records().stream()
                .filter(record ->
                        record.system().equals(system) && record.kind().equals(kind))
                .findFirst();
    }
}
