package dev.quotetocash.engine;

import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.Lane;
import java.time.Duration;
import java.util.Map;

/// What one vendor's documentation says of its limits, and how its answers tell of them.
public interface VendorLimits {

    /// The longest call, and some room: whoever has not reported by then is dead.
    Duration LEASE = Http.TIMEOUT_MAX.plusSeconds(15);

    /// The name of the budget that a request is of, the limits of that budget, and the lane in which it counts
    /// there.
    record Of(String budget, CallLimits limits, Lane lane) {}

    /// All budgets of this vendor by name, with their limits.
    Map<String, CallLimits> budgets();

    Of request(Http.Request request);

    CallReport report(Http.HttpReply.Answered reply);
}
