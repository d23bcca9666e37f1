package dev.quotetocash.engine;

/// How a stack is connected to one vendor.
public sealed interface VendorConnection {

    Vendor vendor();

    /// Somebody puts the credentials for this account into the secret of this name: a Xero custom connection, a
    /// static HubSpot token.
    record ByHand(Vendor vendor, String account, String secret) implements VendorConnection {}

    /// A person consents on the vendor's page. `account` is the one that the stack is for. `lock` is the one
    /// under which the connection is written: [#lock].
    record ByConsent(
            Vendor vendor, String account, String lock, Connections connections, TokenGrant grant, Consent consent)
            implements VendorConnection {}

    /// `xero#<tenant>#refused`, `hubspot#<portal>#refused`: held while the vendor refuses what was put in by hand.
    static String refusal(Vendor vendor, String account) {
        return vendor.slug() + "#" + account + "#refused";
    }

    /// `xero#<tenant>#refresh`, `hubspot#<portal>#refresh`: whoever writes a connection holds it.
    static String lock(Vendor vendor, String account) {
        return vendor.slug() + "#" + account + "#refresh";
    }
}
