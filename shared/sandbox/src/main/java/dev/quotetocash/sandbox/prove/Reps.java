package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Sales;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sales reps at work in HubSpot. Each act is one or a few calls with pauses between them; an act that HubSpot
/// refuses is given up. They talk to each other: no two of them edit the same deal's lines at one moment.
final class Reps {

    private static final String OBJECTS = "/crm/objects/2026-09/";
    private static final String WON = "closedwon";
    private static final List<String> OPEN_STAGES = List.of("contractsent", "presentationscheduled");
    private static final List<String> PRICES = List.of("0.05", "12.3456", "99.99", "100", "1250.5", "33.3333", "7.005");
    private static final List<String> QUANTITIES = List.of("1", "2", "3", "0.25", "12", "1.3333");
    private static final List<String> DISCOUNTS = List.of("0", "0", "0", "10", "33.33", "2.5");
    private static final List<String> TAX_RATES = List.of("61001", "61001", "61001", "61002", Deals.OWN_RATE);
    private static final String UNKNOWN_RATE = "61999";

    private final Api api;
    private final Sales sales;
    private final HubSpotSimulator hubspot;
    private final Clockwork clockwork;
    private final Chance chance;
    private final Deals deals;
    private final List<String> companies = new ArrayList<>();
    private final java.util.Set<String> mergedCompanies = new java.util.LinkedHashSet<>();
    private int named;

    Reps(Api api, HubSpotSimulator hubspot, Clockwork clockwork, Chance chance, Deals deals) {
        this.api = api;
        this.sales = new Sales(api);
        this.hubspot = hubspot;
        this.clockwork = clockwork;
        this.chance = chance;
        this.deals = deals;
    }

    List<People.Act> acts() {
        return List.of(
                new People.Act("a rep makes a deal", 12, () -> {
                    open();
                    return true;
                }),
                new People.Act("a rep makes a deal and wins it", 10, this::winNew),
                new People.Act("a rep wins a deal", 14, () -> some(this::win)),
                new People.Act("a rep loses a deal", 3, () -> some(deal -> stage(deal, "closedlost"))),
                new People.Act("a rep reopens a deal", 3, () -> some(deal -> stage(deal, "contractsent"))),
                new People.Act("a rep edits the amount", 3, () -> some(this::amount)),
                new People.Act("a rep renames a deal", 2, () -> some(this::rename)),
                new People.Act("a rep adds a line", 6, () -> some(this::addLine)),
                new People.Act("a rep edits a line", 8, () -> some(this::editLine)),
                new People.Act("a rep removes a line", 3, () -> some(this::removeLine)),
                new People.Act("a rep gives a line a tax rate without a rule", 2, () -> some(this::strangeTax)),
                new People.Act("a rep clones a deal", 3, () -> some(this::copy)),
                new People.Act("a rep archives a deal", 2, () -> some(this::archive)),
                new People.Act("a rep restores a deal", 2, this::restore),
                new People.Act("a rep merges two deals", 1, this::mergeDeals),
                new People.Act("a rep makes a company", 3, () -> !company().isEmpty()),
                new People.Act("a rep renames a company", 2, this::renameCompany),
                new People.Act("a rep merges two companies", 1, this::mergeCompanies),
                new People.Act("a rep archives a company and restores it", 1, this::archiveCompany));
    }

    /// Deals that are won before the bridge is active.
    void begin(int count) {
        for (var at = 0; at < count; at++) {
            makeAndWin().wonBeforeActivation();
        }
    }

    private boolean winNew() {
        makeAndWin();
        return true;
    }

    Deals.Known makeAndWin() {
        var deal = open();
        win(deal);
        return deal;
    }

    private Deals.Known open() {
        var customer = customer();
        var deal = deals.add(sales.deal("Deal " + ++named, "", ""), "");
        associate(deal, customer);
        for (var lines = 1 + chance.below(4); lines > 0; lines--) {
            think();
            addLine(deal);
        }
        return deal;
    }

    /// Mostly a company, sometimes a person without one.
    private String customer() {
        if (chance.below(8) == 0) {
            return "contacts/" + sales.contact("Person", "No " + ++named, "person" + named + "@mail.example");
        }
        return "companies/" + (companies.isEmpty() || chance.below(4) == 0 ? company() : chance.recent(companies));
    }

    /// Refused while the customer is archived: then the deal has none.
    private void associate(Deals.Known deal, String customer) {
        if (customer.isEmpty()) return;
        var parts = customer.split("/");
        sales.associate(deal.id(), parts[0], parts[1]);
        deal.isOf(customer);
    }

    private String company() {
        var company = sales.company("Company " + ++named, "company" + named + ".example");
        companies.add(company);
        if (chance.below(3) > 0) {
            think();
            sales.billingContact(company, "Accounts", "Payable", "ap@company" + named + ".example");
        }
        return company;
    }

    private boolean win(Deals.Known deal) {
        return stage(deal, WON);
    }

    private boolean stage(Deals.Known deal, String stage) {
        sales.edit(
                "deals",
                deal.id(),
                Map.of("dealstage", stage.equals("contractsent") ? chance.oneOf(OPEN_STAGES) : stage));
        return true;
    }

    /// Most often what the lines add up to, as HubSpot's own button does it.
    private boolean amount(Deals.Known deal) {
        var amount = chance.below(4) == 0 ? deal.net().add(BigDecimal.TEN) : deal.net();
        sales.edit("deals", deal.id(), Map.of("amount", amount.toPlainString()));
        deal.typed(amount, clockwork.instant());
        return true;
    }

    private boolean rename(Deals.Known deal) {
        sales.edit("deals", deal.id(), Map.of("dealname", "Deal, renamed " + ++named));
        return true;
    }

    private boolean addLine(Deals.Known deal) {
        var line = new Deals.Line(
                new BigDecimal(chance.oneOf(QUANTITIES)),
                new BigDecimal(chance.oneOf(PRICES)),
                new BigDecimal(chance.oneOf(DISCOUNTS)),
                chance.oneOf(TAX_RATES));
        var discount = line.discountPercent().signum() == 0
                ? ""
                : line.discountPercent().toPlainString();
        var id = sales.addLine(
                deal.id(),
                "",
                new Sales.Line("Item " + ++named, line.quantity(), line.price(), discount, line.taxRate()));
        return change(deal, id, line);
    }

    private boolean editLine(Deals.Known deal) {
        if (deal.lines().isEmpty()) return false;
        var id = chance.oneOf(List.copyOf(deal.lines().keySet()));
        var line = deal.line(id);
        if (chance.below(2) == 0) {
            var price = new BigDecimal(chance.oneOf(PRICES));
            sales.edit("line_items", id, Map.of("price", price.toPlainString()));
            return change(deal, id, new Deals.Line(line.quantity(), price, line.discountPercent(), line.taxRate()));
        }
        var quantity = new BigDecimal(chance.oneOf(QUANTITIES));
        sales.edit("line_items", id, Map.of("quantity", quantity.toPlainString()));
        return change(deal, id, new Deals.Line(quantity, line.price(), line.discountPercent(), line.taxRate()));
    }

    /// And mends it a while later.
    private boolean strangeTax(Deals.Known deal) {
        if (deal.lines().isEmpty()) return false;
        var id = chance.oneOf(List.copyOf(deal.lines().keySet()));
        tax(deal, id, UNKNOWN_RATE);
        clockwork.pause(chance.between(Duration.ofMinutes(1), Duration.ofHours(5)));
        if (deal.lines().containsKey(id)) tax(deal, id, "61001");
        return true;
    }

    private void tax(Deals.Known deal, String id, String rate) {
        var line = deal.line(id);
        sales.edit("line_items", id, Map.of("hs_tax_rate_group_id", rate));
        change(deal, id, new Deals.Line(line.quantity(), line.price(), line.discountPercent(), rate));
    }

    private boolean removeLine(Deals.Known deal) {
        if (deal.lines().size() < 2) return false;
        var id = chance.oneOf(List.copyOf(deal.lines().keySet()));
        sales.delete("line_items", id);
        deal.lines().remove(id);
        deal.linesChanged();
        return true;
    }

    /// As HubSpot's user interface does it: with the values of all writable properties, the bridge's among them.
    private boolean copy(Deals.Known deal) {
        var names = List.of(
                "dealname",
                "pipeline",
                "dealstage",
                "amount",
                "deal_currency_code",
                "xero_invoice_id",
                "xero_invoice_number",
                "xero_invoice_state",
                "xero_invoice_slots",
                "xero_sync_state");
        var properties = (ObjectNode) sales.read(deal.id(), names);
        var body = Api.object();
        var values = body.putObject("properties");
        for (var name : names) {
            if (!properties.path(name).asText("").isEmpty()) values.set(name, properties.path(name));
        }
        values.put("dealstage", "contractsent");
        var id = api.post(OBJECTS + "deals", body).path("id").asText();
        var copied = deals.add(id, "");
        associate(copied, deal.customer());
        for (var line : List.copyOf(deal.lines().values())) {
            var discount = line.discountPercent().signum() == 0
                    ? ""
                    : line.discountPercent().toPlainString();
            var item = sales.addLine(
                    id, "", new Sales.Line("Item " + ++named, line.quantity(), line.price(), discount, line.taxRate()));
            change(copied, item, line);
        }
        think();
        return win(copied);
    }

    private boolean archive(Deals.Known deal) {
        sales.delete("deals", deal.id());
        deal.deleted(true);
        return true;
    }

    private boolean restore() {
        var gone = deals.all().stream()
                .filter(deal -> deal.deleted() && !deal.merged())
                .toList();
        if (gone.isEmpty()) return false;
        var deal = chance.oneOf(gone);
        hubspot.restore("deals", deal.id());
        deal.deleted(false);
        // What comes back need not look modified (docs/reference/hubspot-api.md, 3.2): the rep goes over it. The amount
        // may be the one that was there, which modifies nothing.
        think();
        return amount(deal) && rename(deal);
    }

    private boolean mergeDeals() {
        var two = there();
        if (two.size() < 2) return false;
        var primary = chance.recent(two);
        var other = chance.recent(two);
        if (primary == other) return false;
        sales.merge("deals", primary.id(), other.id());
        var survivor = sales.find("deals", primary.id());
        var merged = deals.find(survivor).orElseGet(() -> deals.add(survivor, primary.customer()));
        for (var part : List.of(primary, other)) {
            part.mergedAway();
            merged.mergedFrom(part, clockwork.instant());
            merged.lines().putAll(part.lines());
        }
        merged.mergedAway();
        merged.linesChanged();
        return true;
    }

    private boolean renameCompany() {
        if (companies.isEmpty()) return false;
        sales.edit("companies", chance.recent(companies), Map.of("name", "Company, renamed " + ++named));
        return true;
    }

    private boolean mergeCompanies() {
        if (companies.size() < 2) return false;
        var primary = chance.recent(companies);
        var other = chance.oneOf(companies);
        if (primary.equals(other)) return false;
        sales.merge("companies", primary, other);
        companies.remove(other);
        mergedCompanies.addAll(List.of("companies/" + primary, "companies/" + other));
        return true;
    }

    private boolean archiveCompany() {
        if (companies.isEmpty()) return false;
        var company = chance.recent(companies);
        sales.delete("companies", company);
        clockwork.pause(chance.between(Duration.ofMinutes(1), Duration.ofHours(6)));
        hubspot.restore("companies", company);
        return true;
    }

    private boolean some(java.util.function.Predicate<Deals.Known> act) {
        var there = there();
        return !there.isEmpty() && act.test(chance.recent(there));
    }

    private List<Deals.Known> there() {
        return deals.all().stream()
                .filter(deal -> !deal.deleted() && !deal.merged() && !deal.beforeActivation())
                .toList();
    }

    private boolean change(Deals.Known deal, String line, Deals.Line to) {
        deal.lines().put(line, to);
        deal.linesChanged();
        return true;
    }

    private void think() {
        clockwork.pause(chance.between(Duration.ofMillis(200), Duration.ofSeconds(40)));
    }

    /// The deal's amount as HubSpot has it.
    String amount(String deal) {
        return sales.read(deal, List.of("amount")).path("amount").asText("");
    }

    boolean isMerged(String customer) {
        return mergedCompanies.contains(customer);
    }

    /// The versions of a deal's properties, the oldest first.
    Map<String, List<Version>> history(String deal, List<String> names) {
        var histories = api.get(OBJECTS + "deals/" + deal + "?propertiesWithHistory=" + String.join(",", names))
                .path("propertiesWithHistory");
        var versions = new LinkedHashMap<String, List<Version>>();
        for (var name : names) {
            var oldestFirst = new ArrayList<Version>();
            histories
                    .path(name)
                    .forEach(version -> oldestFirst.addFirst(new Version(
                            version.path("value").asText(""),
                            version.path("sourceType").asText("").equals("INTEGRATION"))));
            versions.put(name, oldestFirst);
        }
        return versions;
    }

    /// What a property was set to, and whether an app did it.
    record Version(String value, boolean byApp) {}

    /// What a deal shows, by the names of properties.
    JsonNode read(String deal, List<String> properties) {
        return sales.read(deal, properties);
    }
}
