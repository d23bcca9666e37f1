package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountEndpointsTest {

    private final Hub hub = Hub.fresh();

    @Test
    void describesTheAccount() {
        var details = hub.get("/account-info/2026-09/details");

        assertThat(details.at("/portalId")).isEqualTo("33000033");
        assertThat(details.at("/companyCurrency")).isEqualTo("GBP");
        assertThat(details.at("/timeZone")).isEqualTo("Europe/London");
    }

    @Test
    void countsTheDaysCalls() {
        hub.get("/account-info/2026-09/details");

        var usage = hub.get("/account-info/2026-09/api-usage/daily/private-apps");

        assertThat(usage.at("/results/0/currentUsage")).isEqualTo("2");
        assertThat(usage.at("/results/0/usageLimit")).isEqualTo("250000");
    }

    @Test
    void listsCurrenciesUnderBothForms() {
        assertThat(hub.get("/settings/currencies/2026-09/company-currency").at("/currencyCode"))
                .isEqualTo("GBP");
        var rates = hub.get("/settings/v3/currencies/exchange-rates").body().path("results");
        assertThat(rates.findValuesAsText("fromCurrencyCode")).containsExactly("EUR", "USD");
        assertThat(hub.get("/settings/currencies/2026-09/codes").body().findValuesAsText("currencyCode"))
                .contains("GBP", "JPY");
    }

    @Test
    void listsTaxRatesAndOwners() {
        var rates = hub.get("/tax-rates/2026-09/tax-rates");
        assertThat(rates.body().findValuesAsText("percentageRate")).containsExactly("20", "5");
        assertThat(hub.get("/tax-rates/2026-09/tax-rates/61002").at("/label")).isEqualTo("Reduced 5%");
        var owners = hub.get("/crm/owners/2026-09?email=sam.seller@example.com");
        assertThat(owners.at("/results/0/id")).isNotEqualTo(owners.at("/results/0/userId"));
        assertThat(hub.get("/crm/v3/owners?email=other@example.com").body().path("results"))
                .isEmpty();
    }

    @Test
    void pagesOwnersAndKeepsThoseApartWhoHaveLeft() {
        var first = hub.get("/crm/owners/2026-09?limit=1");
        var second = hub.get("/crm/owners/2026-09?limit=1&after=" + first.at("/paging/next/after"));
        var left = hub.get("/crm/owners/2026-09?archived=true");

        assertThat(first.body().path("results")).hasSize(1);
        assertThat(second.at("/results/0/email")).isEqualTo("robin.renewal@example.com");
        assertThat(second.body().has("paging")).isFalse();
        assertThat(left.body().findValuesAsText("id")).containsExactly("77003");
        assertThat(left.body().at("/results/0").has("userId")).isFalse();
    }

    @Test
    void findsAnOwnerByIdAndByUser() {
        assertThat(hub.get("/crm/owners/2026-09/77002").at("/userId")).isEqualTo("4712");
        assertThat(hub.get("/crm/owners/2026-09/4712?idProperty=userId").id()).isEqualTo("77002");
        assertThat(hub.get("/crm/owners/2026-09/4712").status()).isEqualTo(404);
        assertThat(hub.get("/crm/owners/2026-09/77003").status()).isEqualTo(404);
        assertThat(hub.get("/crm/owners/2026-09/77003?archived=true").id()).isEqualTo("77003");
    }

    @Test
    void tellsWhereCallsComeFromWithoutAToken() {
        var json = hub.send(Hub.request("GET", "/meta/network-origins/2026-09/ip-ranges", Map.of(), ""));
        var text = hub.simulator.handle(
                Hub.request("GET", "/meta/network-origins/2026-09/ip-ranges/simple", Map.of(), ""));

        assertThat(json.at("/results/0/cidr")).isEqualTo("192.0.2.0/28");
        assertThat(json.at("/results/0/direction")).isEqualTo("EGRESS");
        assertThat(text.text()).isEqualTo("192.0.2.0/28\n198.51.100.7/32");
    }

    @Test
    void tellsPipelinesWithTextInTheirMetadata() {
        var pipelines = hub.get("/crm/pipelines/2026-09/deals");

        var won = pipelines.body().at("/results/0/stages/5");
        assertThat(won.path("id").asText()).isEqualTo("closedwon");
        assertThat(won.path("metadata").toString()).isEqualTo("{\"isClosed\":\"true\",\"probability\":\"1.0\"}");
        assertThat(pipelines.at("/results/1/stages/1/id")).isEqualTo("98750002");
        assertThat(hub.get("/crm/pipelines/2026-09/deals/98750000/stages/98750003")
                        .at("/label"))
                .isEqualTo("Churned");
        assertThat(hub.get("/crm/pipelines/2026-09/deals/nowhere").status()).isEqualTo(404);
    }

    @Test
    void touchesAllDealsWhenAPipelineIsEdited() {
        var deal = hub.create("deals", "{}");

        hub.later(Duration.ofMinutes(1))
                .person("PATCH", "/crm/pipelines/2026-09/deals/default/stages/closedwon", "{'label':'Won!'}");

        assertThat(hub.value("deals", deal, "hs_lastmodifieddate")).isEqualTo("2026-11-20T10:01:00.123Z");
        assertThat(hub.get("/crm/pipelines/2026-09/deals/default").at("/stages/5/label"))
                .isEqualTo("Won!");
    }
}
