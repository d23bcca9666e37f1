package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimRequest;

/// What a call passes before its route: who calls, the rate limits, and what disrupts the account.
final class Gate {

    private final Portal portal;
    private final Grants grants;
    private final RateLimits limits;
    private final Disruptions disruptions = new Disruptions();

    Gate(Portal portal) {
        this.portal = portal;
        grants = new Grants(portal);
        limits = new RateLimits(portal.settings());
    }

    /// Everything here that a call or a person changes.
    record State(OAuthState oauth, RateLimits.State limits, Disruptions.State disruptions) {}

    State snapshot() {
        return new State(grants.snapshot(), limits.snapshot(), disruptions.snapshot());
    }

    void restore(State state) {
        grants.restore(state.oauth());
        limits.restore(state.limits());
        disruptions.restore(state.disruptions());
    }

    Grants grants() {
        return grants;
    }

    RateLimits limits() {
        return limits;
    }

    Disruptions disruptions() {
        return disruptions;
    }

    Actor actor(SimRequest request) {
        return Access.actor(portal.settings(), grants, request, portal.now());
    }
}
