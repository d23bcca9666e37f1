package dev.quotetocash.xero;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Http.HttpReply.Answered;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.sync.CallLimits;
import dev.quotetocash.sync.CallReport;
import dev.quotetocash.sync.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Xero's limits for one app and organisation: docs/reference/xero-api.md, 12. Larger plans tell so in their
/// answers.
public final class XeroLimits implements VendorLimits {

    static final CallLimits STARTER = new CallLimits(60, Duration.ofMinutes(1), 5, 1_000, LEASE);

    private final String budget;

    public XeroLimits(TenantId tenant) {
        budget = "xero#" + tenant.value();
    }

    @Override
    public Map<String, CallLimits> budgets() {
        return Map.of(budget, STARTER);
    }

    @Override
    public Of request(Http.Request request) {
        return new Of(budget, STARTER, request.lane());
    }

    @Override
    public CallReport report(Answered reply) {
        var told = new CallReport(
                Optional.empty(),
                reply.number("X-MinLimit-Remaining"),
                reply.number("X-DayLimit-Remaining"),
                Optional.empty());
        if (reply.status() != 429) return told;
        var daily = reply.header("X-Rate-Limit-Problem").filter("day"::equals).isPresent();
        return told.with(new CallReport.Refusal(XeroFailure.retryAfter(reply), daily));
    }
}
