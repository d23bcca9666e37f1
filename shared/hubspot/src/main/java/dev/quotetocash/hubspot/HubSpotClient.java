package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.mapping.Portal;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Sighting;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HubSpot's CRM API (docs/reference/hubspot-api.md). Where several calls make one reply, its time is that of
/// the first of them, so nothing in it is older; asking for nothing costs no call and is answered in 1970.
public final class HubSpotClient implements HubSpotGateway {

    /// Records in one batch call.
    static final int BATCH = 100;

    /// Of what an operator asks for.
    private static final Lane SETUP = Lane.CHANGE;

    private final HubSpotCalls calls;
    private final Associations associations;
    private final String version;

    /// `api` is HubSpot's host: `https://api.hubapi.com`.
    public HubSpotClient(Http http, Tokens tokens, URI api, String version) {
        this.calls = new HubSpotCalls(http, tokens, api);
        this.associations = new Associations(calls, version);
        this.version = version;
    }

    @Override
    public Reply<Sighting<Deal>> readDeal(HubSpotDealId id, Lane lane) {
        return attempt(() -> {
            var answer = calls.find(
                    record("deals", id.value(), DealJson.PROPERTIES) + "&propertiesWithHistory=" + DealJson.HISTORY
                            + "&associations=line_items,companies,contacts",
                    lane);
            if (!isPresent(answer)) return ok(absent(answer), answer.at());
            var found = answer.read(DealJson::id);
            var companies = companiesOf(found, answer, lane);
            var contacts = listed(found, answer, "contacts", lane);
            var lineItems = listed(found, answer, "line_items", lane);
            var deal = answer.read(body -> DealJson.parse(body, companies, contacts, lineItems));
            return ok(
                    found.equals(id) ? new Sighting.Present<>(deal) : new Sighting.MergedInto<>(found.ref(), deal),
                    answer.at());
        });
    }

    @Override
    public Reply<List<LineItem>> readLineItems(List<HubSpotLineItemId> ids, Lane lane) {
        return attempt(() -> {
            var at = Optional.<Instant>empty();
            var found = new LinkedHashMap<HubSpotLineItemId, LineItem>();
            for (var chunk : chunks(ids, BATCH)) {
                var texts = chunk.stream().map(HubSpotLineItemId::value).toList();
                var answer =
                        calls.post(batch("line_items", "read"), BatchJson.read(LineItemJson.PROPERTIES, texts), lane);
                found.putAll(answer.read(LineItemJson::parse));
                at = at.or(() -> Optional.of(answer.at()));
            }
            var inOrder = ids.stream()
                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                    .toList();
            return ok(inOrder, at.orElse(Instant.EPOCH));
        });
    }

    @Override
    public Reply<List<HubSpotDealId>> dealsOf(List<HubSpotLineItemId> ids, Lane lane) {
        return attempt(() -> {
            var at = Optional.<Instant>empty();
            var deals = new LinkedHashSet<HubSpotDealId>();
            for (var chunk : chunks(ids, Associations.BATCH)) {
                var found = associations.read(
                        "line_items",
                        "deals",
                        chunk.stream().map(HubSpotLineItemId::value).toList(),
                        lane);
                found.to().forEach(deal -> deals.add(new HubSpotDealId(deal)));
                at = at.or(() -> Optional.of(found.at()));
            }
            return ok(List.copyOf(deals), at.orElse(Instant.EPOCH));
        });
    }

    @Override
    public Reply<Sighting<Company>> readCompany(HubSpotCompanyId id, Lane lane) {
        return attempt(() -> {
            var answer = calls.find(record("companies", id.value(), CustomerJson.COMPANY_PROPERTIES), lane);
            if (!isPresent(answer)) return ok(absent(answer), answer.at());
            var found = answer.read(CustomerJson::companyId);
            var contacts = associations.read("companies", "contacts", List.of(found.value()), lane);
            var company = answer.read(body -> CustomerJson.company(body, contacts.associations()));
            return ok(
                    found.equals(id)
                            ? new Sighting.Present<>(company)
                            : new Sighting.MergedInto<>(found.ref(), company),
                    answer.at());
        });
    }

    @Override
    public Reply<Sighting<Person>> readContact(HubSpotContactId id, Lane lane) {
        return attempt(() -> {
            var answer = calls.find(record("contacts", id.value(), CustomerJson.CONTACT_PROPERTIES), lane);
            if (!isPresent(answer)) return ok(absent(answer), answer.at());
            var person = answer.read(CustomerJson::person);
            return ok(
                    person.id().equals(id)
                            ? new Sighting.Present<>(person)
                            : new Sighting.MergedInto<>(person.id().ref(), person),
                    answer.at());
        });
    }

    @Override
    public Reply<Map<HubSpotDealId, Fields>> readOwnProperties(List<HubSpotDealId> ids, Lane lane) {
        return attempt(() -> {
            var at = Optional.<Instant>empty();
            var found = new LinkedHashMap<HubSpotDealId, Fields>();
            for (var chunk : chunks(ids, BATCH)) {
                var texts = chunk.stream().map(HubSpotDealId::value).toList();
                var answer = calls.post(batch("deals", "read"), BatchJson.read(DealJson.OWN_PROPERTIES, texts), lane);
                found.putAll(answer.read(DealJson::parseOwn));
                at = at.or(() -> Optional.of(answer.at()));
            }
            found.keySet().retainAll(new LinkedHashSet<>(ids));
            return ok(found, at.orElse(Instant.EPOCH));
        });
    }

    /// An update without a value is not sent and counts as written.
    @Override
    public Reply<List<Written>> updateDeals(List<DealUpdate> updates, Lane lane) {
        return attempt(() -> {
            var at = Optional.<Instant>empty();
            var written = new ArrayList<Written>();
            for (var chunk : chunks(updates, BATCH)) {
                var sent = chunk.stream().filter(DealUpdateJson::writesAnything).toList();
                chunk.stream()
                        .filter(update -> !DealUpdateJson.writesAnything(update))
                        .forEach(update -> written.add(new Written(update.id(), Optional.empty())));
                if (sent.isEmpty()) continue;
                var answer = calls.post(batch("deals", "update"), DealUpdateJson.format(sent), lane);
                written.addAll(answer.read(body -> DealUpdateJson.parse(body, sent)));
                at = at.or(() -> Optional.of(answer.at()));
            }
            return ok(List.copyOf(written), at.orElse(Instant.EPOCH));
        });
    }

    @Override
    public Reply<IdPage> sweepWonDeals(Range range, Lane lane) {
        return search("deals", SearchJson.wonDeals(range), lane);
    }

    @Override
    public Reply<IdPage> sweepLineItems(Range range, Lane lane) {
        return search("line_items", SearchJson.modified(range), lane);
    }

    @Override
    public Reply<Portal> readPortal(Lane lane) {
        return attempt(() -> {
            var pipelines = calls.get("/crm/pipelines/" + version + "/deals", lane);
            var currency = calls.get("/settings/currencies/" + version + "/company-currency", lane);
            var slots = calls.find(properties(DealProperty.SLOTS), lane);
            var installation = Json.optional(slots.body(), "description").orElse("");
            return ok(
                    new Portal(
                            pipelines.read(PortalJson::wonStages),
                            currency.read(PortalJson::companyCurrency),
                            installation),
                    pipelines.at());
        });
    }

    @Override
    public Reply<Boolean> ensureGroup(String name, String label) {
        return attempt(() -> {
            var existing = calls.find(properties("groups/" + HubSpotCalls.encoded(name)), SETUP);
            if (!existing.notFound()) return ok(false, existing.at());
            var created = calls.create(properties("groups"), PropertyJson.group(name, label), SETUP);
            return ok(!created.conflict(), created.at());
        });
    }

    @Override
    public Reply<Boolean> ensureProperty(DealProperty property) {
        return attempt(() -> {
            var existing = calls.find(properties(property.name()), SETUP);
            if (existing.notFound()) {
                var created =
                        calls.create("/crm/properties/" + version + "/deals", PropertyJson.format(property), SETUP);
                return ok(!created.conflict(), created.at());
            }
            var change = existing.read(body -> PropertyJson.withMissingOptions(body, property));
            if (change.isEmpty()) return ok(false, existing.at());
            return ok(
                    true,
                    calls.patch(properties(property.name()), change.get(), SETUP)
                            .at());
        });
    }

    @Override
    public Reply<Instant> writeInstallation(String id) {
        return attempt(() -> {
            var answer = calls.patch(properties(DealProperty.SLOTS), PropertyJson.description(id), SETUP);
            return ok(answer.at(), answer.at());
        });
    }

    private Reply<IdPage> search(String type, JsonNode query, Lane lane) {
        return attempt(() -> {
            var answer = calls.post("/crm/objects/" + version + "/" + type + "/search", query, lane);
            return ok(answer.read(SearchJson::ids), answer.at());
        });
    }

    /// The primary company first. Which one that is, the deal does not say where it has several.
    private List<String> companiesOf(HubSpotDealId deal, Answer answer, Lane lane) throws CallFailed {
        var inside = answer.read(body -> AssociationJson.inside(body, "companies"));
        if (inside.ids().size() < 2 && !inside.more()) return inside.ids();
        return associations
                .read("deals", "companies", List.of(deal.value()), lane)
                .toWithFirst(AssociationJson.PRIMARY_COMPANY);
    }

    /// A list that goes on is read again from its start: whether the cursor inside a record fits the
    /// associations' own read, HubSpot does not say.
    private List<String> listed(HubSpotDealId deal, Answer answer, String type, Lane lane) throws CallFailed {
        var inside = answer.read(body -> AssociationJson.inside(body, type));
        return inside.more()
                ? associations.read("deals", type, List.of(deal.value()), lane).to()
                : inside.ids();
    }

    private String record(String type, String id, List<String> properties) {
        return "/crm/objects/" + version + "/" + type + "/" + HubSpotCalls.encoded(id) + "?properties="
                + String.join(",", properties);
    }

    private String batch(String type, String verb) {
        return "/crm/objects/" + version + "/" + type + "/batch/" + verb;
    }

    private String properties(String name) {
        return "/crm/properties/" + version + "/deals/" + name;
    }

    private static boolean isPresent(Answer answer) {
        return !answer.notFound() && !answer.body().path("archived").asBoolean();
    }

    private static <R> Sighting<R> absent(Answer answer) {
        return answer.notFound() ? new Sighting.NotFound<>() : new Sighting.Archived<>();
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }

    private interface Steps<T> {
        Reply<T> run() throws CallFailed;
    }

    private static <T> Reply<T> attempt(Steps<T> steps) {
        try {
            return steps.run();
        } catch (CallFailed failed) {
            return new Reply.Failed<>(failed.failure());
        }
    }

    private static <T> Reply<T> ok(T value, Instant at) {
        return new Reply.Ok<>(value, at);
    }
}
