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
import dev.quotetocash.hubspot.HubSpotConsent;
import dev.quotetocash.hubspot.HubSpotGrant;
import dev.quotetocash.hubspot.StaticToken;
import dev.quotetocash.runtime.Environment;
import java.net.URI;
import java.time.InstantSource;

/// How we are let into HubSpot: `HUBSPOT_CONNECTION` is `static` or `oauth`. Nothing secret is read before it is
/// needed, and nothing secret survives in a snapshot.
final class HubSpotAccess {

    private final Environment environment;
    private final AwsClients aws;
    private final Secrets secret;
    private final OAuthApp app;
    private final Http http;
    private final InstantSource clock;
    private final boolean byConsent;

    /// `http` knows no budget: calls for tokens do not count.
    HubSpotAccess(Environment environment, AwsClients aws, Secrets secret, Http http, InstantSource clock) {
        this.environment = environment;
        this.aws = aws;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
        this.app = new OAuthApp(secret);
        this.byConsent =
                environment.oneOf("HUBSPOT_CONNECTION", "static", "oauth").equals("oauth");
    }

    Tokens tokens(Locks locks, Telemetry telemetry) {
        return byConsent
                ? OAuthApp.tokens(lock(), connections(), grant(), locks, telemetry, clock)
                : new WatchedTokens(
                        new StaticToken(() -> secret.get("token")),
                        VendorConnection.refusal(Vendor.HUBSPOT, portal()),
                        locks,
                        telemetry,
                        clock);
    }

    VendorConnection connection() {
        if (!byConsent)
            return new VendorConnection.ByHand(Vendor.HUBSPOT, portal(), environment.required("SECRET_HUBSPOT"));
        var consent = new HubSpotConsent(
                http, address("HUBSPOT_APP"), address("HUBSPOT_API"), version(), app::credentials, app::clientId);
        return new VendorConnection.ByConsent(Vendor.HUBSPOT, portal(), lock(), connections(), grant(), consent);
    }

    private TokenGrant grant() {
        return new HubSpotGrant(http, address("HUBSPOT_API"), version(), app::credentials);
    }

    private Connections connections() {
        return new SecretConnections(aws.secretsManager(), environment.required("SECRET_HUBSPOT_CONNECTION"));
    }

    private String lock() {
        return VendorConnection.lock(Vendor.HUBSPOT, portal());
    }

    private String portal() {
        return environment.required("HUBSPOT_PORTAL_ID");
    }

    private String version() {
        return environment.required("HUBSPOT_API_VERSION");
    }

    private URI address(String variable) {
        return URI.create(environment.required(variable));
    }
}
