package dev.quotetocash.sandbox.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.hubspot.Subscription;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// HubSpot with deals, each of a company: batch reads of 100 with ten properties, searches by a window of the
/// modified date or by name, changes of one deal, which send webhooks.
final class HubSpotSubject implements Subject {

    private static final String OBJECTS = "/crm/objects/2026-09/";
    private static final List<String> PROPERTIES = List.of(
            "dealname",
            "amount",
            "dealstage",
            "pipeline",
            "closedate",
            "deal_currency_code",
            "hs_is_closed_won",
            "hs_lastmodifieddate",
            "createdate",
            "hubspot_owner_id");
    private static final int NONE = 1_000_000_000;
    private static final int BATCH = 100;
    private static final int DEALS_OF_A_COMPANY = 20;
    private static final int DEAL_TO_COMPANY = 341;
    private static final Duration BETWEEN_BATCHES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(1);

    private final BenchClock clock = new BenchClock();
    private final HubSpotSettings settings = HubSpotSettings.sandbox()
            .withLimits(new PlanLimits(NONE, NONE, NONE, NONE, NONE))
            .withWebhookUrl("https://bridge.example/hubspot/webhooks")
            .withSubscriptions(
                    List.of(Subscription.toProperty("deal", "dealstage"), Subscription.toProperty("deal", "amount")));
    private final Caller caller;
    private final List<String> deals = new ArrayList<>();

    private HubSpotSubject() {
        var webhooks = new WebhookQueue(
                WebhookPolicy.hubspot(10), HubSpotSimulator.webhookForm(settings), new SimClock(clock), Measurement.SEED);
        var hubspot = new HubSpotSimulator(settings, clock, Measurement.SEED, webhooks);
        caller = new Caller(new ControlledSimulator(hubspot, webhooks, new SimClock(clock), List.of()));
    }

    static HubSpotSubject empty() {
        return new HubSpotSubject();
    }

    @Override
    public String name() {
        return "HubSpot";
    }

    @Override
    public String recordsName() {
        return "deals";
    }

    @Override
    public void load(int records) {
        var companies = new ArrayList<String>();
        for (var at = 0; at <= records / DEALS_OF_A_COMPANY; at++) companies.add(company(at));
        while (deals.size() < records) {
            loadBatch(companies, Math.min(BATCH, records - deals.size()));
            clock.pass(BETWEEN_BATCHES);
        }
    }

    @Override
    public int records() {
        return deals.size();
    }

    @Override
    public SimRequest request(Kind kind, RandomGenerator random) {
        return switch (kind) {
            case READ -> read(random);
            case SEARCH -> search(random);
            case WRITE -> write(random);
        };
    }

    @Override
    public SimResponse handle(SimRequest request) {
        clock.pass(BETWEEN_REQUESTS);
        return caller.handle(request);
    }

    private SimRequest read(RandomGenerator random) {
        var body = Api.object();
        PROPERTIES.forEach(body.putArray("properties")::add);
        var inputs = body.putArray("inputs");
        var first = random.nextInt(deals.size());
        for (var at = 0; at < BATCH; at++) inputs.addObject().put("id", deals.get((first + at) % deals.size()));
        return call("POST", "deals/batch/read", body);
    }

    /// Every other one by a window that holds a hundred deals as they were loaded, else by one name.
    private SimRequest search(RandomGenerator random) {
        var body = Api.object().put("limit", BATCH).put("after", "0").put("query", "");
        PROPERTIES.forEach(body.putArray("properties")::add);
        body.putArray("sorts").addObject().put("propertyName", "hs_object_id").put("direction", "ASCENDING");
        var filter =
                body.putArray("filterGroups").addObject().putArray("filters").addObject();
        var chosen = random.nextInt(deals.size());
        if (random.nextBoolean()) {
            var from = BenchClock.START
                    .plus(BETWEEN_BATCHES.multipliedBy(chosen / BATCH))
                    .toEpochMilli();
            filter.put("propertyName", "hs_lastmodifieddate")
                    .put("operator", "BETWEEN")
                    .put("value", Long.toString(from))
                    .put("highValue", Long.toString(from + BETWEEN_BATCHES.toMillis() / 2));
        } else {
            filter.put("propertyName", "dealname").put("operator", "EQ").put("value", dealName(chosen));
        }
        return call("POST", "deals/search", body);
    }

    private SimRequest write(RandomGenerator random) {
        var body = Api.object();
        body.putObject("properties").put("amount", Integer.toString(random.nextInt(1_000_000)));
        return call("PATCH", "deals/" + deals.get(random.nextInt(deals.size())), body);
    }

    private String company(int at) {
        var body = Api.object();
        body.putObject("properties").put("name", "Company " + at).put("domain", "company" + at + ".example");
        return caller.answer(call("POST", "companies", body)).path("id").asText();
    }

    private void loadBatch(List<String> companies, int size) {
        var body = Api.object();
        var inputs = body.putArray("inputs");
        for (var at = 0; at < size; at++) {
            var number = deals.size() + at;
            var input = inputs.addObject();
            input.putObject("properties")
                    .put("dealname", dealName(number))
                    .put("pipeline", "default")
                    .put("dealstage", "contractsent")
                    .put("deal_currency_code", "GBP")
                    .put("closedate", "2026-12-31")
                    .put("amount", Integer.toString(number));
            var association = input.putArray("associations").addObject();
            association.putObject("to").put("id", companies.get(number / DEALS_OF_A_COMPANY));
            association
                    .putArray("types")
                    .addObject()
                    .put("associationCategory", "HUBSPOT_DEFINED")
                    .put("associationTypeId", DEAL_TO_COMPANY);
        }
        caller.answer(call("POST", "deals/batch/create", body))
                .path("results")
                .forEach(deal -> deals.add(deal.path("id").asText()));
    }

    private static String dealName(int number) {
        return "Deal " + number;
    }

    private SimRequest call(String method, String path, ObjectNode body) {
        return caller.request(Map.of("authorization", "Bearer " + settings.token()), method, OBJECTS + path, "", body);
    }
}
