package dev.quotetocash.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last agreement of a linked pair: header fields, ordered lines, and the hash of the mapping they were
/// agreed under. Under another mapping the halves still tell what changed, but equality no longer means that
/// there is nothing to do.
public record Baseline(String mappingHash, Map<String, Agreed<String, String>> fields, List<Line> lines) {

    /// A line of an invoice: HubSpot's line id, Xero's LineItemID (blank until Xero has answered), and its
    /// fields.
    public record Line(String hubspotLine, String xeroLine, Map<String, Agreed<String, String>> fields) {
        public Line {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    public static final Baseline NONE = new Baseline("", Map.of(), List.of());

    public Baseline {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        lines = List.copyOf(lines);
    }

    public Agreed<String, String> get(String field) {
        return fields.getOrDefault(field, Agreed.never());
    }

    public Baseline with(String field, Agreed<String, String> agreed) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, agreed);
        return new Baseline(mappingHash, more, lines);
    }

    public Baseline with(Map<String, Agreed<String, String>> agreed) {
        var more = new LinkedHashMap<>(fields);
        more.putAll(agreed);
        return new Baseline(mappingHash, more, lines);
    }

    public Baseline withLines(List<Line> next) {
        return new Baseline(mappingHash, fields, next);
    }

    public Baseline under(String mapping) {
        return new Baseline(mapping, fields, lines);
    }

    /// True if what Xero shows now is what it showed when the sides agreed under this very mapping: its notice
    /// is done without reading HubSpot.
    public boolean agreesWithXero(String mapping, Fields observed) {
        return mapping.equals(mappingHash)
                && observed.values().entrySet().stream()
                        .allMatch(field -> get(field.getKey()).xero().equals(field.getValue()));
    }
}
