package dev.quotetocash.engine;

import dev.quotetocash.sync.CallBudget;

/// The call budgets that all functions share, each under a name of one vendor's account: `xero#<tenant>`,
/// `hubspot#<portal>`, `hubspot#<portal>#search`.
public interface Budgets {

    /// A budget as it was read. `version` is 0 if there was none.
    record Stored(CallBudget budget, long version) {}

    /// Strongly consistent.
    Stored read(String name);

    /// Replaces what has this version. False if somebody else was faster, and nothing was written.
    boolean save(String name, CallBudget next, long version);
}
