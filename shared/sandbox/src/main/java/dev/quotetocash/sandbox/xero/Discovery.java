package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.List;
import java.util.stream.Stream;

/// What an OpenID client asks first: where everything is, and by which key tokens are signed. Addresses are
/// those of the host that was asked; the issuer stays Xero's.
final class Discovery {

    private Discovery() {}

    static SimResponse configuration(SimRequest request, XeroSettings settings) {
        var host = request.header("host").map(name -> "http://" + name).orElse(Tokens.ISSUER);
        var view = Json.object()
                .put("issuer", Tokens.ISSUER)
                .put("jwks_uri", host + "/.well-known/openid-configuration/jwks")
                .put("authorization_endpoint", host + "/identity/connect/authorize")
                .put("token_endpoint", host + "/connect/token")
                .put("revocation_endpoint", host + "/connect/revocation");
        var scopes = Stream.concat(Scopes.OF_PEOPLE.stream(), settings.scopes().stream());
        view.set("scopes_supported", texts(scopes.toList()));
        view.set("grant_types_supported", texts(List.of("authorization_code", "client_credentials", "refresh_token")));
        view.set("response_types_supported", texts(List.of("code")));
        view.set("code_challenge_methods_supported", texts(List.of("S256")));
        view.set("id_token_signing_alg_values_supported", texts(List.of("RS256")));
        view.set("subject_types_supported", texts(List.of("public")));
        view.set("token_endpoint_auth_methods_supported", texts(List.of("client_secret_basic", "client_secret_post")));
        return SimResponse.json(200, Json.write(view));
    }

    static SimResponse keys(XeroSettings settings) {
        var view = Json.object();
        view.putArray("keys").add(SigningKey.of(settings.keyBits()).published());
        return SimResponse.json(200, Json.write(view));
    }

    private static ArrayNode texts(List<String> values) {
        return Json.array(values.stream().map(TextNode::valueOf).toList());
    }
}
