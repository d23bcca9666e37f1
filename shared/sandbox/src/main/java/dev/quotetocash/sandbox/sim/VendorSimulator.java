package dev.quotetocash.sandbox.sim;

/// A simulator whose state is plain data.
public interface VendorSimulator extends Simulator {

    /// A stable name of what a request calls, for counting and faults: ids and versions are replaced.
    String endpoint(SimRequest request);

    /// The whole state as JSON, readable and complete: [#load] restores it.
    String dump();

    /// Replaces the whole state by a dumped one. Fails with an [IllegalArgumentException] that names the place if
    /// `json` is no dump of this simulator; the state is then as before.
    void load(String json);

    /// As on the first day.
    void reset();
}
