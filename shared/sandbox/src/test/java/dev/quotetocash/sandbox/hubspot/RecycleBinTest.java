package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecycleBinTest {

    private final Hub hub = Hub.subscribed(
            Subscription.to("object.restore", "deal"), Subscription.to("contact.privacyDeletion", "contact"));

    @Test
    void givesARecordBackWithItsAssociations() {
        var deal = hub.create("deals", "{'dealname':'Acme'}");
        var item = hub.create("line_items", "{'price':'5'}");
        hub.associate("deals", deal, "line_items", item);
        hub.delete(Hub.OBJECTS + "deals/" + deal);

        hub.simulator.restore("deals", deal);

        assertThat(hub.read("deals", deal, "associations=line_items").at("/associations/line items/results/0/id"))
                .isEqualTo(item);
        assertThat(hub.read("deals", deal, "").body().has("archivedAt")).isFalse();
        assertThat(hub.events().getFirst().path("subscriptionType").asText()).isEqualTo("object.restore");
        assertThat(hub.events().getFirst().path("changeSource").asText()).isEqualTo("CRM_UI");
    }

    @Test
    void keepsARecordForNinetyDays() {
        var deal = hub.create("deals", "{}");
        hub.delete(Hub.OBJECTS + "deals/" + deal);

        hub.later(Duration.ofDays(90).minusMillis(1));
        assertThat(hub.read("deals", deal, "archived=true").status()).isEqualTo(200);
        hub.later(Duration.ofMillis(1));

        assertThat(hub.read("deals", deal, "archived=true").status()).isEqualTo(404);
        assertThat(hub.get(Hub.OBJECTS + "deals?archived=true").body().path("results"))
                .isEmpty();
        assertThatThrownBy(() -> hub.simulator.restore("deals", deal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void freesUniqueValuesAndDoesNotTakeThemBack() {
        var first = hub.create("contacts", "{'email':'ada@kestrel.example'}");
        hub.delete(Hub.OBJECTS + "contacts/" + first);
        var second = hub.create("contacts", "{'email':'ada@kestrel.example'}");

        assertThat(hub.read("contacts", "ada@kestrel.example", "idProperty=email")
                        .id())
                .isEqualTo(second);
        assertThat(hub.read("contacts", "ada@kestrel.example", "idProperty=email&archived=true")
                        .id())
                .isEqualTo(first);
        assertThatThrownBy(() -> hub.simulator.restore("contacts", first)).hasMessageContaining("already exists");
        assertThat(hub.read("contacts", first, "").status()).isEqualTo(404);
    }

    @Test
    void listsOnlyTheArchivedOnDemand() {
        var gone = hub.create("deals", "{}");
        hub.create("deals", "{}");
        hub.delete(Hub.OBJECTS + "deals/" + gone);

        assertThat(hub.get(Hub.OBJECTS + "deals?archived=true").body().findValuesAsText("id"))
                .containsExactly(gone);
    }

    @Test
    void neverSeesWhoWasDeletedForPrivacy() {
        var contact = hub.create("contacts", "{'email':'ada@kestrel.example'}");
        var deal = hub.create("deals", "{}");
        hub.associate("deals", deal, "contacts", contact);
        var path = Hub.OBJECTS + "contacts/gdpr-delete";

        assertThat(hub.post(path, "{'objectId':'ada@kestrel.example','idProperty':'email'}")
                        .status())
                .isEqualTo(204);

        assertThat(hub.read("contacts", contact, "archived=true").status()).isEqualTo(404);
        assertThat(hub.read("deals", deal, "associations=contacts").body().has("associations"))
                .isFalse();
        assertThat(hub.events().getFirst().path("subscriptionType").asText()).isEqualTo("contact.privacyDeletion");
        assertThat(hub.post(path, "{'objectId':'9'}").status()).isEqualTo(404);
        assertThat(hub.post(path.replace("contacts", "deals"), "{'objectId':'" + deal + "'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsAHundredOrFiveHundredAsSwitched() {
        var larger = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.LIST_MAXIMUM_IS_100, false));

        assertThat(hub.get(Hub.OBJECTS + "deals?limit=101").status()).isEqualTo(400);
        assertThat(larger.get(Hub.OBJECTS + "deals?limit=500").status()).isEqualTo(200);
        assertThat(larger.get(Hub.OBJECTS + "deals?limit=501").status()).isEqualTo(400);
    }
}
