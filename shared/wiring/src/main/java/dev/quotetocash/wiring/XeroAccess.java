package dev.quotetocash.wiring;

import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.SecretConnections;
import dev.quotetocash.aws.Secrets;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Locks;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.engine.WatchedTokens;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.xero.XeroConsent;
import dev.quotetocash.xero.XeroGrant;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// How we are let into Xero: `XERO_CONNECTION` is `custom` or `oauth`. Nothing secret is read before it is
/// needed, and nothing secret survives in a snapshot.
final class XeroAccess {

    private final Environment environment;
    private final AwsClients aws;
    private final OAuthApp app;
    private final Http http;
    private final InstantSource clock;
    private final boolean byConsent;

    /// `http` knows no budget: the identity server has none.
    XeroAccess(Environment environment, AwsClients aws, Secrets secret, Http http, InstantSource clock) {
        this.environment = environment;
        this.aws = aws;
        this.http = http;
        this.clock = clock;
        this.app = new OAuthApp(secret);
        this.byConsent = environment.oneOf("XERO_CONNECTION", "custom", "oauth").equals("oauth");
    }

    Tokens tokens(Locks locks, Telemetry telemetry) {
        return byConsent
                ? OAuthApp.tokens(lock(), connections(), grant(), locks, telemetry, clock)
                : new WatchedTokens(custom(), VendorConnection.refusal(Vendor.XERO, tenant()), locks, telemetry, clock);
    }

    VendorConnection connection() {
        if (!byConsent) return new VendorConnection.ByHand(Vendor.XERO, tenant(), environment.required("SECRET_XERO"));
        var consent = new XeroConsent(http, address("XERO_LOGIN"), address("XERO_API"), app::clientId);
        return new VendorConnection.ByConsent(Vendor.XERO, tenant(), lock(), connections(), grant(), consent);
    }

    /// Empty where nobody consents.
    Optional<Connections> stored() {
        return byConsent ? Optional.of(connections()) : Optional.empty();
    }

    private Tokens custom() {
        var tokens = new ClientCredentials(http, address("XERO_IDENTITY"), app::credentials, clock);
        Priming.register(() -> {}, tokens::refused);
        return tokens;
    }

    private TokenGrant grant() {
        return new XeroGrant(http, address("XERO_IDENTITY"), app::credentials);
    }

    private Connections connections() {
        return new SecretConnections(aws.secretsManager(), environment.required("SECRET_XERO_CONNECTION"));
    }

    private String lock() {
        return VendorConnection.lock(Vendor.XERO, tenant());
    }

    private String tenant() {
        return environment.required("XERO_TENANT_ID");
    }

    private URI address(String variable) {
        return URI.create(environment.required(variable));
    }
}
