package dev.quotetocash.wiring;

import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.SecretConnections;
import dev.quotetocash.aws.Secrets;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.Locks;
import dev.quotetocash.engine.OAuthTokens;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.xero.XeroConsent;
import dev.quotetocash.xero.XeroGrant;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// How we are let into Xero: `XERO_CONNECTION` is `custom` or `oauth`. Nothing secret is read before it is
/// needed, and nothing secret survives in a snapshot.
final class XeroAccess {

    private final Environment environment;
    private final AwsClients aws;
    private final Secrets secret;
    private final Http http;
    private final InstantSource clock;
    private final boolean byConsent;

    /// `http` knows no budget: the identity server has none.
    XeroAccess(Environment environment, AwsClients aws, Secrets secret, Http http, InstantSource clock) {
        this.environment = environment;
        this.aws = aws;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
        this.byConsent = environment.oneOf("XERO_CONNECTION", "custom", "oauth").equals("oauth");
    }

    Tokens tokens(Locks locks, Telemetry telemetry) {
        return byConsent ? consented(locks, telemetry) : custom();
    }

    VendorConnection connection() {
        if (!byConsent) return new VendorConnection.ByHand(Vendor.XERO, environment.required("SECRET_XERO"));
        var consent = new XeroConsent(http, address("XERO_LOGIN"), address("XERO_API"), this::clientId);
        return new VendorConnection.ByConsent(Vendor.XERO, tenant(), lock(), connections(), grant(), consent);
    }

    /// Empty where nobody consents.
    Optional<Connections> stored() {
        return byConsent ? Optional.of(connections()) : Optional.empty();
    }

    private Tokens custom() {
        var tokens = new ClientCredentials(http, address("XERO_IDENTITY"), this::credentials, clock);
        Priming.register(() -> {}, tokens::refused);
        return tokens;
    }

    private Tokens consented(Locks locks, Telemetry telemetry) {
        var tokens = new OAuthTokens(
                lock(),
                connections(),
                grant(),
                locks,
                telemetry,
                clock,
                () -> UUID.randomUUID().toString());
        Priming.register(() -> {}, tokens::forget);
        return tokens;
    }

    private TokenGrant grant() {
        return new XeroGrant(http, address("XERO_IDENTITY"), this::credentials, clock);
    }

    private Connections connections() {
        return new SecretConnections(aws.secretsManager(), environment.required("SECRET_XERO_CONNECTION"));
    }

    private Credentials credentials() {
        return new Credentials(secret.get("clientId"), secret.get("clientSecret"));
    }

    /// Read anew: the person who asks may just have put it in.
    private Optional<String> clientId() {
        secret.refresh();
        return secret.find("clientSecret").flatMap(_ -> secret.find("clientId"));
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
