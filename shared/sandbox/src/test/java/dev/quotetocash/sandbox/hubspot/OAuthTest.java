package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OAuthTest {

    private static final String DEALS = Hub.OBJECTS + "deals";
    private static final String TOKEN = "/oauth/2026-09/token";
    private static final String REDIRECT = "http://127.0.0.1:8080/oauth/callback";

    private final Hub hub = Hub.fresh();

    @Test
    void asksAPersonOnAPage() {
        var page = page(hub, Map.of("state", "a&b", "optional_scope", "automation"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("Connect Quote to cash", "account 33000033", "<li>crm.objects.deals.read</li>")
                .contains("<li>automation</li>", "value=\"a&amp;b\"", "<button type=\"submit\">Allow</button>");
    }

    @Test
    void sendsTheCodeAndTheStateToTheRedirectAddress() {
        var reply = allow(hub, Map.of("state", "a&b"));

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.headers().get("Location"))
                .startsWith(REDIRECT + "?code=")
                .endsWith("&state=a%26b");
    }

    @Test
    void showsToThePersonWhatIsWrongWithTheRequest() {
        assertThat(refusal(Map.of("client_id", "other"))).contains("unknown client id");
        assertThat(refusal(Map.of("redirect_uri", REDIRECT + "/"))).contains("redirect URL does not match");
        assertThat(refusal(Map.of("scope", "oauth crm.objects.deals.read"))).contains("scopes in the install URL");
        assertThat(refusal(Map.of("scope", required() + " automation"))).contains("scopes in the install URL");
        assertThat(refusal(Map.of("optional_scope", "crm.objects.quotes.read"))).contains("scopes in the install URL");
    }

    @Test
    void refusesAnAppThatIsNotApproved() {
        var governed = Hub.with(
                HubSpotSettings.sandbox().withOAuthApp(OAuthApp.sandbox().withApproval(false)));

        assertThat(page(governed, Map.of()).text())
                .contains("this app hasn&#39;t been approved to access the required scopes");
        assertThat(allow(governed, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void dropsOptionalScopesThatTheAccountCannotGrant() {
        var free = Hub.with(HubSpotSettings.sandbox().withUngrantableScopes(Set.of("automation")));

        var token = token(free, code(free, Map.of("optional_scope", "automation crm.objects.invoices.read")));

        var scopes = Json.texts(token.body().path("scopes"));
        assertThat(scopes).contains("oauth", "crm.objects.invoices.read").doesNotContain("automation");
    }

    @Test
    void refusesAnAppWhoseRequiredScopesTheAccountCannotGrant() {
        var free = Hub.with(HubSpotSettings.sandbox().withUngrantableScopes(Set.of("crm.objects.deals.read")));

        assertThat(page(free, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void exchangesACodeOnce() {
        var code = code(hub, Map.of());

        var token = token(hub, code);

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.at("/token_type")).isEqualTo("bearer");
        assertThat(token.at("/token_use")).isEqualTo("access_token");
        assertThat(token.at("/access_token")).startsWith("CJ").hasSizeBetween(120, 512);
        assertThat(token.at("/expires_in")).isEqualTo("1800");
        assertThat(token.at("/hub_id")).isEqualTo("33000033");
        assertThat(token.at("/user_id")).isEqualTo("4711");
        assertThat(hub.call(token.at("/access_token"), "GET", DEALS, "").status())
                .isEqualTo(200);
        assertThat(token(hub, code).at("/status")).isEqualTo("BAD_AUTH_CODE");
    }

    @Test
    void checksTheClientBeforeTheGrant() {
        assertThat(form(hub, TOKEN, Map.of("grant_type", "x")).at("/status")).isEqualTo("BAD_CLIENT_ID");
        assertThat(form(hub, TOKEN, Map.of("client_id", OAuthApp.sandbox().clientId()))
                        .at("/status"))
                .isEqualTo("BAD_CLIENT_SECRET");
        assertThat(grant(hub, Map.of("grant_type", "password")).at("/error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void refusesACodeForAnotherRedirectAddressAndAnOldOne() {
        var code = code(hub, Map.of());

        var other = grant(
                hub, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", "http://other.example"));
        assertThat(other.at("/error")).isEqualTo("invalid_grant");
        assertThat(other.at("/status")).isEqualTo("BAD_REDIRECT_URI");
        hub.later(Duration.ofMinutes(10));
        assertThat(token(hub, code).at("/status")).isEqualTo("BAD_AUTH_CODE");
    }

    @Test
    void wantsTheCodeVerifierOfAChallenge() {
        // The pair of RFC 7636, appendix B.
        var challenge = Map.of(
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256");
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("redirect_uri", REDIRECT);
        fields.put("code", code(hub, challenge));

        assertThat(grant(hub, fields).at("/status")).isEqualTo("BAD_CODE_VERIFIER");
        fields.put("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assertThat(grant(hub, fields).status()).isEqualTo(200);
    }

    @Test
    void refreshesWithoutRotation() {
        var refresh = token(hub).at("/refresh_token");

        var again = refresh(hub, refresh);

        assertThat(again.at("/refresh_token")).isEqualTo(refresh).startsWith("eu1-");
        assertThat(refresh(hub, refresh).status()).isEqualTo(200);
        assertThat(refresh(hub, "eu1-wrong").body().toString())
                .isEqualTo(
                        "{\"error\":\"invalid_grant\",\"error_description\":\"refresh token is invalid, expired or revoked\","
                                + "\"status\":\"BAD_REFRESH_TOKEN\",\"message\":\"refresh token is invalid, expired or revoked\"}");
    }

    @Test
    void rotatesRefreshTokensWhenSwitchedSo() {
        var rotating = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.REFRESH_TOKENS_ROTATE, true));
        var first = token(rotating, code(rotating, Map.of())).at("/refresh_token");

        var second = refresh(rotating, first).at("/refresh_token");

        assertThat(second).isNotEqualTo(first);
        assertThat(refresh(rotating, first).at("/status")).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(refresh(rotating, second).status()).isEqualTo(200);
    }

    @Test
    void tellsAnExpiredTokenFromAWrongOne() {
        var access = accessToken(hub);
        hub.later(Duration.ofSeconds(1799));
        assertThat(hub.call(access, "GET", DEALS, "").status()).isEqualTo(200);

        var expired = hub.later(Duration.ofSeconds(1)).call(access, "GET", DEALS, "");

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.at("/category")).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(hub.call("CJwrong", "GET", DEALS, "").at("/category")).isEqualTo("INVALID_AUTHENTICATION");
    }

    @Test
    void enforcesTheScopesOfTheToken() {
        var access = token(hub).at("/access_token");

        var refused = hub.call(access, "GET", "/crm/owners/2026-09", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/context/missingScopes/0")).isEqualTo("crm.objects.owners.read");
        assertThat(hub.get("/crm/owners/2026-09").status()).isEqualTo(200);
    }

    @Test
    void givesTheAppItselfATokenThatBelongsToNoAccount() {
        var fields = Map.of("grant_type", "client_credentials", "scope", "crm.objects.deals.read");

        var token = grant(hub, fields);

        assertThat(token.at("/token_use")).isEqualTo("client_credentials");
        assertThat(token.body().has("refresh_token")).isFalse();
        assertThat(token.body().has("hub_id")).isFalse();
        assertThat(hub.call(token.at("/access_token"), "GET", DEALS, "").status())
                .isEqualTo(401);
        assertThat(grant(hub, Map.of("grant_type", "client_credentials", "scope", "files"))
                        .at("/error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void tellsWhatATokenIs() {
        var token = token(hub);
        hub.later(Duration.ofSeconds(60));

        var access = client(hub, TOKEN + "/introspect", Map.of("token", token.at("/access_token")));
        var refresh = client(hub, TOKEN + "/introspect", Map.of("token", token.at("/refresh_token")));
        var unknown = client(hub, TOKEN + "/introspect", Map.of("token", "CJwrong"));

        assertThat(access.at("/active")).isEqualTo("true");
        assertThat(access.at("/token_type")).isEqualTo("Bearer");
        assertThat(access.at("/expires_in")).isEqualTo("1740");
        assertThat(access.at("/app_id")).isEqualTo("1160453");
        assertThat(refresh.at("/token_use")).isEqualTo("refresh_token");
        assertThat(unknown.body().toString()).isEqualTo("{\"active\":false}");
        assertThat(form(hub, TOKEN + "/introspect", Map.of()).at("/status")).isEqualTo("BAD_CLIENT_ID");
    }

    @Test
    void revokesOnlyTheTokenThatIsNamed() {
        var token = token(hub);

        var revoked = client(hub, TOKEN + "/revoke", Map.of("token", token.at("/refresh_token")));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(refresh(hub, token.at("/refresh_token")).at("/status")).isEqualTo("BAD_REFRESH_TOKEN");
        assertThat(hub.call(token.at("/access_token"), "GET", DEALS, "").status())
                .isEqualTo(200);
    }

    @Test
    void killsAllTokensWhenTheAppIsUninstalled() {
        var token = token(hub);
        var access = token.at("/access_token");
        var uninstall = "/appinstalls/2026-03/external-install";

        assertThat(hub.delete(uninstall).status()).isEqualTo(400);
        assertThat(hub.call(access, "DELETE", uninstall, "").status()).isEqualTo(204);
        assertThat(hub.call(access, "GET", DEALS, "").at("/category")).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(refresh(hub, token.at("/refresh_token")).at("/status")).isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void diesWhenAPersonDisconnectsTheApp() {
        var token = token(hub);

        hub.simulator.uninstallOAuthApp();

        assertThat(refresh(hub, token.at("/refresh_token")).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void servesTheFormsOfV1UntilTheyAreShutOff() {
        var fields = Map.of("grant_type", "authorization_code", "redirect_uri", REDIRECT, "code", code(hub, Map.of()));
        var token = client(hub, "/oauth/v1/token", fields);
        var access = "/oauth/v1/access-tokens/" + token.at("/access_token");
        var refresh = "/oauth/v1/refresh-tokens/" + token.at("/refresh_token");

        assertThat(token.body().has("scopes")).isFalse();
        assertThat(hub.get(access).at("/token_type")).isEqualTo("access");
        assertThat(hub.get(access).at("/hub_id")).isEqualTo("33000033");
        assertThat(hub.get(refresh).at("/token_type")).isEqualTo("refresh");
        assertThat(hub.get(refresh.replace("v1", "2026-09")).status()).isEqualTo(404);
        assertThat(client(hub, "/oauth/v1/token/introspect", Map.of()).status()).isEqualTo(404);
        assertThat(hub.delete(refresh).status()).isEqualTo(204);
        assertThat(hub.get(refresh).status()).isEqualTo(404);

        hub.later(Duration.between(hub.instant(), OAuthEndpoints.V1_ENDS));
        assertThat(client(hub, "/oauth/v1/token", fields).status()).isEqualTo(404);
        assertThat(client(hub, "/oauth/v3/token", fields).status()).isEqualTo(400);
        assertThat(client(hub, "/oauth/2026-03/token", fields).status()).isEqualTo(400);
    }

    @Test
    void checksThePermissionToEditAssociationsForUserLevelTokensOnly() {
        var access = token(hub).at("/access_token");
        var path = DEALS + "/" + hub.create("deals", "{}") + "/associations/default/contacts/"
                + hub.create("contacts", "{}");
        hub.simulator.forbidAssociationEdits(true);

        assertThat(hub.call(access, "PUT", path, "").status()).isEqualTo(403);
        assertThat(hub.put(path, "").status()).isEqualTo(200);
        assertThat(hub.call(access, "PUT", path.replace("2026-09", "2026-03"), "")
                        .status())
                .isEqualTo(200);
        hub.simulator.forbidAssociationEdits(false);
        assertThat(hub.call(access, "PUT", path, "").status()).isEqualTo(200);
    }

    private String refusal(Map<String, String> changed) {
        assertThat(allow(hub, changed).status()).isEqualTo(400);
        var page = page(hub, changed);
        assertThat(page.status()).isEqualTo(400);
        return page.text();
    }

    /// Of an app that is installed now, with its required scopes.
    static String accessToken(Hub hub) {
        return token(hub).at("/access_token");
    }

    static Hub.Reply token(Hub hub) {
        return token(hub, code(hub, Map.of()));
    }

    private static String required() {
        return String.join(" ", OAuthApp.sandbox().requiredScopes());
    }

    private static SimResponse page(Hub hub, Map<String, String> changed) {
        return hub.simulator.handle(Hub.request("GET", "/oauth/authorize?" + encode(install(changed)), Map.of(), ""));
    }

    private static SimResponse allow(Hub hub, Map<String, String> changed) {
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return hub.simulator.handle(Hub.request("POST", "/oauth/authorize", type, encode(install(changed))));
    }

    private static Map<String, String> install(Map<String, String> changed) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("client_id", OAuthApp.sandbox().clientId());
        fields.put("redirect_uri", REDIRECT);
        fields.put("scope", required());
        fields.putAll(changed);
        return fields;
    }

    private static String code(Hub hub, Map<String, String> changed) {
        var location = allow(hub, changed).headers().getOrDefault("Location", "");
        return location.replaceFirst(".*code=([^&]*).*", "$1");
    }

    private static Hub.Reply token(Hub hub, String code) {
        return grant(hub, Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
    }

    static Hub.Reply refresh(Hub hub, String token) {
        return grant(hub, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private static Hub.Reply grant(Hub hub, Map<String, String> fields) {
        return client(hub, TOKEN, fields);
    }

    static Hub.Reply client(Hub hub, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("client_id", OAuthApp.sandbox().clientId());
        all.put("client_secret", OAuthApp.sandbox().clientSecret());
        return form(hub, path, all);
    }

    private static Hub.Reply form(Hub hub, String path, Map<String, String> fields) {
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return hub.send(Hub.request("POST", path, type, encode(fields)));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
