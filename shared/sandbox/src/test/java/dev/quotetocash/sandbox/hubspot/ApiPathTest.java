package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiPathTest {

    @Test
    void findsTheVersionWhereItsApiHasIt() {
        assertThat(ApiPath.of("/crm/objects/2026-09/deals").version()).contains(Version.V2026_09);
        assertThat(ApiPath.of("/crm/v3/objects/deals").version()).contains(Version.V3);
        assertThat(ApiPath.of("/settings/v3/currencies/codes").segments())
                .isEqualTo(ApiPath.of("/settings/currencies/2026-09/codes").segments());
        assertThat(ApiPath.of("/meta/network-origins/v1/ip-ranges").version()).contains(Version.V1);
        assertThat(ApiPath.of("/oauth/2026-03/token/introspect").segments())
                .containsExactly("oauth", "token", "introspect");
    }

    @Test
    void takesAVersionElsewhereForAName() {
        assertThat(ApiPath.of("/crm/2026-09/objects/deals").version()).isEmpty();
        assertThat(ApiPath.of("/crm/objects/v3/deals").version()).isEmpty();
        assertThat(ApiPath.of("/crm/v3/objects/deals/v4").segments()).containsExactly("crm", "objects", "deals", "v4");
    }

    @Test
    void knowsNoVersionThatIsNotServed() {
        assertThat(ApiPath.of("/crm/objects/2027-03-beta/deals").version()).isEqualTo(Optional.empty());
    }

    @Test
    void servesV4ForAssociationsAndV1ForOAuthAlone() {
        var hub = Hub.fresh();
        var deal = hub.create("deals", "{}");

        assertThat(hub.get("/crm/v4/objects/deals/" + deal + "/associations/contacts")
                        .status())
                .isEqualTo(200);
        assertThat(hub.get("/crm/v4/associations/deals/contacts/labels").status())
                .isEqualTo(200);
        assertThat(hub.get("/crm/v4/objects/deals").status()).isEqualTo(404);
        assertThat(hub.get("/crm/v1/objects/deals").status()).isEqualTo(404);
        assertThat(hub.get("/crm/objects/2025-09/deals").status()).isEqualTo(200);
    }
}
