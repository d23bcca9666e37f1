package dev.quotetocash.sync;

/// A record of one system: `system` is `hubspot` or `xero`, `kind` its type there in the singular.
public record RecordRef(String system, String kind, String id) {

    public static RecordRef parse(String text) {
        var parts = text.split("#", 3);
        if (parts.length != 3) throw new IllegalArgumentException("not a record reference: '" + text + "'");
        return new RecordRef(parts[0], parts[1], parts[2]);
    }

    /// `hubspot#company#77`; behind `at#` it is the key of the locator that leads to the record's link.
    @Override
    public String toString() {
        return system + "#" + kind + "#" + id;
    }
}
