package dev.quotetocash.runtime;

import dev.quotetocash.engine.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a webhook's body says: which records may have changed, how many of its events are of no concern
/// (another account, another type), and, where a part of it could not be read, what was wrong.
public record Envelope(Map<Notice.Kind, List<String>> ids, int unknown, Optional<String> defect) {

    public Envelope {
        var copied = new LinkedHashMap<Notice.Kind, List<String>>();
        ids.forEach((kind, named) -> copied.put(kind, List.copyOf(named)));
        ids = Collections.unmodifiableMap(copied);
    }

    static Envelope unreadable(String defect) {
        return new Envelope(Map.of(), 0, Optional.of(defect));
    }

    /// One notice per kind, or more where there are more ids than one may carry.
    public List<Notice> notices(String trigger, Instant firstQueuedAt) {
        var notices = new ArrayList<Notice>();
        ids.forEach((kind, named) -> {
            for (var start = 0; start < named.size(); start += Notice.IDS_MAX) {
                var chunk = named.subList(start, Math.min(start + Notice.IDS_MAX, named.size()));
                notices.add(new Notice(kind, chunk, trigger, firstQueuedAt, 0));
            }
        });
        return notices;
    }

    /// Collects ids without repetition, in the order in which they are named.
    static final class Collector {
        private final Map<Notice.Kind, Set<String>> ids = new EnumMap<>(Notice.Kind.class);
        private int unknown;
        private Optional<String> defect = Optional.empty();

        void add(Notice.Kind kind, String id) {
            ids.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(id);
        }

        void unknown() {
            unknown++;
        }

        void defect(String what) {
            if (defect.isEmpty()) defect = Optional.of(what);
        }

        Envelope envelope() {
            var lists = new LinkedHashMap<Notice.Kind, List<String>>();
            ids.forEach((kind, named) -> lists.put(kind, List.copyOf(named)));
            return new Envelope(lists, unknown, defect);
        }
    }
}
