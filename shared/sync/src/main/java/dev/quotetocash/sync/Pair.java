package dev.quotetocash.sync;

/// The HubSpot account and the Xero organisation that a stack keeps in agreement. Every stored key starts with
/// it, so that links made against a demo organisation never point into the live ledger.
public record Pair(PortalId portal, TenantId tenant) {

    public String prefix() {
        return portal.value() + "#" + tenant.value() + "#";
    }
}
