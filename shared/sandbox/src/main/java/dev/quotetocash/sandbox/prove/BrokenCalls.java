package dev.quotetocash.sandbox.prove;

import java.util.List;

/// Mistakes by which a vendor's limits are not kept, or the connection to it is lost.
final class BrokenCalls {

    private BrokenCalls() {}

    /// Xero says it by the other status, except where the seed takes the usual side again.
    private static final List<Edit> DISCONNECTED_IS_403 = List.of(Edit.in(
            "sandbox",
            "prove/OpenFacts",
            "XeroSwitches.suggested()",
            "XeroSwitches.suggested().with(dev.quotetocash.sandbox.xero.Unconfirmed.DISCONNECTED_IS_403, true)"));

    static final List<Broken> ALL = List.of(
            Broken.of(
                    "daily limit retried",
                    Edit.in(
                            "sync",
                            "CallBudget",
                            "var until = now.plus(refusal.duration());",
                            "var until = now.plus(refusal.daily() ? Duration.ofMinutes(1) : refusal.duration());")),
            Broken.of(
                    "Retry-After ignored",
                    Edit.in(
                            "sync",
                            "CallBudget",
                            "return report.refusal().map(refusal -> next.blocked(refusal, now)).orElse(next);",
                            "return next;")),
            Broken.of(
                    "permits leaked by a kill",
                    Edit.in(
                            "sync",
                            "CallBudget",
                            "if (permit.expiresAt().isAfter(now)) alive.put(id, permit);",
                            "if (true) alive.put(id, permit);")),
            Broken.of(
                    "old refresh token kept",
                    Edit.in(
                            "engine",
                            "OAuthTokens",
                            "var next = stored.renewed(granted, now);",
                            "var next = new Connection(granted.accessToken(), now.plus(granted.lifetime()), stored.refreshToken(), now, stored.refusedSince());")),
            Broken.of(
                    "refresh without a lock",
                    Edit.in(
                            "engine",
                            "OAuthTokens",
                            "if (!locks.acquire(name, holder, now, now.plus(LEASE))) {",
                            "if (holder.isEmpty()) {")),
            new Broken(
                    "disconnection not seen",
                    DISCONNECTED_IS_403,
                    List.of(Edit.in(
                            "xero",
                            "XeroCalls",
                            "if (XeroFailure.isDisconnected(reply)) tokens.refused();",
                            "if (reply.status() == 401) tokens.refused();"))),
            Broken.of(
                    "uninstalled app not seen",
                    Edit.in(
                            "hubspot",
                            "HubSpotCalls",
                            "if (reply.status() == 401) tokens.refused();",
                            "if (reply.status() == 403) tokens.refused();")));
}
