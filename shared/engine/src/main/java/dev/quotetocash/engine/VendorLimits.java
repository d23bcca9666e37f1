package dev.quotetocash.engine;

import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import java.time.Duration;

/// What one vendor's documentation says of its limits, and how its answers tell of them.
public interface VendorLimits {

    /// The longest call, and some room: whoever has not reported by then is dead.
    Duration LEASE = Http.TIMEOUT_MAX.plusSeconds(15);

    /// The name of the budget that a request is of, and the limits of that budget.
    record Of(String budget, CallLimits limits) {}

    Of request(Http.Request request);

    CallReport report(Http.HttpReply.Answered reply);
}
