package dev.quotetocash.sandbox.hubspot;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The account and its settings: details, API usage, addresses, currencies, tax rates, owners (section 2).
final class AccountEndpoints {

    private final Portal portal;
    private final RateLimits limits;
    private final Owners owners;
    private final Currencies currencies;
    private final TaxRates taxRates;

    AccountEndpoints(Portal portal, RateLimits limits, Instant createdAt) {
        this.portal = portal;
        this.limits = limits;
        owners = new Owners(createdAt);
        currencies = new Currencies(portal.settings(), createdAt);
        taxRates = new TaxRates(createdAt);
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET /account-info/details", this::details),
                Route.of("GET /account-info/api-usage/daily/private-apps", this::usage),
                Route.of("GET /meta/network-origins/ip-ranges", AddressRanges::list),
                Route.of("GET /meta/network-origins/ip-ranges/simple", AddressRanges::simple),
                Route.of("GET /crm/owners", owners::list),
                Route.of("GET /crm/owners/{id}", owners::one),
                Route.of("GET /settings/currencies/company-currency", currencies::company),
                Route.of("GET /settings/currencies/exchange-rates", currencies::exchangeRates),
                Route.of("GET /settings/currencies/exchange-rates/current", currencies::exchangeRates),
                Route.of("GET /settings/currencies/codes", currencies::codes),
                Route.of("GET /tax-rates/tax-rates", taxRates::list),
                Route.of("GET /tax-rates/tax-rates/{id}", taxRates::one));
    }

    private SimResponse details(Call call) {
        var settings = portal.settings();
        var offset = settings.timeZone().getRules().getOffset(portal.now());
        var body = Json.object().put("portalId", settings.portalId()).put("accountType", "STANDARD");
        body.put("timeZone", settings.timeZone().getId()).put("companyCurrency", settings.companyCurrency());
        body.set("additionalCurrencies", Json.strings(settings.additionalCurrencies()));
        body.put("utcOffset", offset.getId().equals("Z") ? "+00:00" : offset.getId());
        body.put("utcOffsetMilliseconds", offset.getTotalSeconds() * 1000);
        body.put("uiDomain", "app.hubspot.com").put("dataHostingLocation", "eu1");
        return call.json(200, body);
    }

    private SimResponse usage(Call call) {
        var zone = portal.settings().timeZone();
        var midnight = portal.now()
                .atZone(zone)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
        var results = Json.array();
        results.addObject()
                .put("name", "private-apps-api-calls-daily")
                .put("usageLimit", portal.settings().limits().daily())
                .put("currentUsage", limits.usedToday(portal.now()))
                .put("collectedAt", Times.format(portal.now()))
                .put("fetchStatus", "SUCCESS")
                .put("resetsAt", Times.format(midnight));
        return call.results(results);
    }
}
