package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.Consenting.REDIRECT;
import static dev.quotetocash.sandbox.xero.Consenting.SCOPES;
import static dev.quotetocash.sandbox.xero.Consenting.claims;
import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final Office office = new Office();
    private final Consenting consent = new Consenting(office);

    @Test
    void exchangesACodeOnce() {
        var code = consent.code();

        var tokens = json(consent.redeem(code, REDIRECT));

        assertThat(tokens.path("expires_in").asInt()).isEqualTo(1800);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("scope").asText()).isEqualTo(SCOPES);
        assertThat(consent.caller(tokens).get("/Contacts").status()).isEqualTo(200);
        assertThat(error(consent.redeem(code, REDIRECT))).isEqualTo("invalid_grant");
    }

    @Test
    void letsACodeRunOutAfterFiveMinutes() {
        var early = consent.code();
        office.pass(Duration.ofMinutes(5).minusSeconds(1));
        var late = consent.code();

        assertThat(consent.redeem(early, REDIRECT).status()).isEqualTo(200);
        office.pass(Duration.ofMinutes(5));
        assertThat(error(consent.redeem(late, REDIRECT))).isEqualTo("invalid_grant");
    }

    @Test
    void wantsTheAddressThatTheCodeWasSentTo() {
        var other = "http://localhost:8080/oauth/xero/callback";

        assertThat(error(consent.redeem(consent.code(), other))).isEqualTo("invalid_grant");
    }

    @Test
    void tellsUserScopesAndAuthorisationInTheAccessToken() {
        var claims = claims(consent.tokens().path("access_token").asText());

        assertThat(claims.path("scope")).extracting(JsonNode::asText).containsExactly(SCOPES.split(" "));
        assertThat(claims.path("xero_userid").asText()).hasSize(36);
        assertThat(claims.path("authentication_event_id").asText()).hasSize(36);
        assertThat(claims.path("exp").asLong())
                .isEqualTo(Office.OPENED.plus(Duration.ofMinutes(30)).getEpochSecond());
    }

    @Test
    void givesAnIdTokenOfFiveMinutesForOpenid() {
        var claims = claims(consent.tokens().path("id_token").asText());
        var without = json(consent.redeem(
                Consenting.codeOf(consent.allow(consent.question("accounting.contacts", REDIRECT))), REDIRECT));

        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("aud").asText()).isEqualTo(office.settings.clientId());
        assertThat(without.has("id_token")).isFalse();
        assertThat(without.has("refresh_token")).isFalse();
    }

    @Test
    void signsTokensByThePublishedKey() throws Exception {
        var jwt = consent.tokens().path("access_token").asText();
        var configuration = json(get("/.well-known/openid-configuration"));
        var key = json(get("/.well-known/openid-configuration/jwks")).at("/keys/0");

        var parts = jwt.split("\\.", -1);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(configuration.path("jwks_uri").asText())
                .isEqualTo("http://localhost:1/.well-known/openid-configuration/jwks");
        assertThat(configuration.path("issuer").asText()).isEqualTo("https://identity.xero.com");
    }

    @Test
    void rotatesTheRefreshTokenAndKeepsThePreviousOneForThirtyMinutes() {
        var first = consent.tokens().path("refresh_token").asText();
        var second = refreshed(first);

        assertThat(second).isNotEqualTo(first);
        office.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(refreshed(first)).isNotIn(first, second);
        office.pass(Duration.ofSeconds(1));
        assertThat(error(consent.refresh(first))).isEqualTo("invalid_grant");
        assertThat(refreshed(second)).isNotEqualTo(second);
    }

    @Test
    void letsARefreshTokenRunOutAfterSixtyDays() {
        var token = consent.tokens().path("refresh_token").asText();
        office.pass(Duration.ofDays(60).minusSeconds(1));
        var next = refreshed(token);

        office.pass(Duration.ofDays(60));

        assertThat(error(consent.refresh(next))).isEqualTo("invalid_grant");
        assertThat(error(consent.refresh("unknown"))).isEqualTo("invalid_grant");
    }

    @Test
    void takesClientAndSecretFromTheFormToo() {
        var form = "grant_type=client_credentials&client_id=" + office.settings.clientId() + "&client_secret=";

        assertThat(post("/connect/token", form + office.settings.clientSecret()).status())
                .isEqualTo(200);
        assertThat(error(post("/connect/token", form + "wrong"))).isEqualTo("invalid_client");
    }

    @Test
    void forgetsTheUsersConnectionsAndTokensOnRevocation() {
        var tokens = consent.tokens();
        var bearer = basic();

        var reply = consent.send(
                "POST",
                "/connect/revocation",
                "",
                "token=" + tokens.path("refresh_token").asText(),
                Map.of("Authorization", bearer));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(consent.caller(tokens).get("/Contacts").status()).isEqualTo(401);
        assertThat(error(consent.refresh(tokens.path("refresh_token").asText())))
                .isEqualTo("invalid_grant");
        assertThat(office.app.get("/Contacts").status()).isEqualTo(200);
    }

    @Test
    void provesAnAppWithoutSecretByItsCodeVerifier() throws Exception {
        var open = new Office(settings -> settings.withApp("", settings.scopes(), List.of(REDIRECT)));
        var pkce = new Consenting(open);
        var verifier = "a-verifier-that-only-the-app-knows";
        var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        var question = pkce.question("accounting.contacts", REDIRECT);
        var challenged = question + "&code_challenge_method=S256&code_challenge=" + challenge;
        var form = "grant_type=authorization_code&client_id=" + open.settings.clientId() + "&redirect_uri="
                + encoded(REDIRECT) + "&code=";

        var good = form + Consenting.codeOf(pkce.allow(challenged)) + "&code_verifier=" + verifier;
        var bad = form + Consenting.codeOf(pkce.allow(challenged)) + "&code_verifier=guessed";

        assertThat(pkce.send("POST", "/connect/token", "", good, Map.of()).status())
                .isEqualTo(200);
        assertThat(error(pkce.send("POST", "/connect/token", "", bad, Map.of())))
                .isEqualTo("invalid_grant");
        assertThat(pkce.ask(question).status()).isEqualTo(400);
        assertThat(pkce.ask(challenged.replace("S256", "plain")).status()).isEqualTo(400);
        assertThat(error(pkce.token("grant_type=client_credentials"))).isEqualTo("unauthorized_client");
    }

    @Test
    void demandsTheTenantHeaderOfAUsersToken() {
        var tokens = consent.tokens();
        var bearer =
                Map.of("Authorization", "Bearer " + tokens.path("access_token").asText());

        assertThat(consent.send("GET", XeroCaller.BASE + "/Contacts", "", "", bearer)
                        .status())
                .isEqualTo(403);
    }

    private String refreshed(String token) {
        return json(consent.refresh(token)).path("refresh_token").asText();
    }

    private SimResponse get(String path) {
        return consent.send("GET", path, "", "", Map.of("Host", "localhost:1"));
    }

    private SimResponse post(String path, String form) {
        return consent.send("POST", path, "", form, Map.of());
    }

    private String basic() {
        var pair = office.settings.clientId() + ":" + office.settings.clientSecret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }

    private static String error(SimResponse reply) {
        assertThat(reply.status()).isEqualTo(400);
        return json(reply).path("error").asText();
    }

    @Test
    void staysExpiredLongAfterItWasForgotten() {
        var office = new Office();
        var old = office.app;
        office.pass(Duration.ofHours(5));
        office.reconnect();

        var reply = old.get("/Contacts");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text()).contains("TokenExpired: token expired at 11/23/2026 09:30:00");
    }
}
