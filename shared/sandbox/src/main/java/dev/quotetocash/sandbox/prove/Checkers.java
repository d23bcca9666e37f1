package dev.quotetocash.sandbox.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Work;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What must hold once everything has come to rest. Each checker is one sentence and one function.
final class Checkers {

    private static final Duration QUIET = Duration.ofHours(26);
    private static final Duration RECHECK_MAX = Duration.ofHours(25);

    private Checkers() {}

    private record Checker(String rule, Function<Scene, List<Case>> finds) {}

    private record Case(String what, List<String> records) {
        static Case of(String what, String... records) {
            return new Case(what, List.of(records));
        }
    }

    private static final List<Checker> ALL = List.of(
            new Checker("One live invoice per slot", Checkers::doubled),
            new Checker("Every won deal that can be invoiced is", Checkers::forgottenDeals),
            new Checker("Both sides are equal under the mapping", Checkers::disagreements),
            new Checker("A deal says why it has no invoice", Checkers::silentDeals),
            new Checker("Nobody is asked about a total that is right", Checkers::falseAlarms),
            new Checker("Paid flips once per real transition", Checkers::flips),
            new Checker("Every value is explained by the journal", Checkers::unexplained),
            new Checker("Nothing oscillates", Checkers::restless),
            new Checker("No open work is forgotten", Checkers::forgottenWork),
            new Checker("A connection lives until a person ends it", Checkers::disconnected));

    static List<Violation> check(Scene scene) {
        var violations = new ArrayList<>(scene.observer().violations());
        for (var checker : ALL) {
            for (var found : checker.finds().apply(scene)) {
                violations.add(new Violation(checker.rule(), found.what(), found.records()));
            }
        }
        return violations;
    }

    /// What a deal shows otherwise than its invoice is.
    static Optional<String> disagreement(Ground ground, String deal, JsonNode invoice) {
        var there = ground.deals
                .find(deal)
                .filter(known -> !known.deleted() && !known.merged())
                .isPresent();
        if (!there) return Optional.empty();
        var today = LocalDate.ofInstant(ground.clockwork.instant(), ZoneOffset.UTC);
        return disagreement(Scene.values(ground, deal), invoice, today);
    }

    private static Optional<String> disagreement(Map<String, String> shown, JsonNode invoice, LocalDate today) {
        for (var expected : Invoices.shown(invoice, today).entrySet()) {
            var name = expected.getKey();
            var value = DealProperty.normalise(name, shown.getOrDefault(name, ""));
            if (!expected.getValue().contains(value)) {
                return Optional.of(name + " is '" + value + "' instead of " + expected.getValue());
            }
        }
        return Optional.empty();
    }

    private static List<Case> doubled(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var deal : scene.known()) {
            var live = scene.made(deal.id()).stream().filter(Invoices::isLive).toList();
            if (live.size() < 2) continue;
            var ids = new ArrayList<>(live.stream().map(Invoices::id).toList());
            ids.addFirst(deal.id());
            cases.add(new Case("deal and invoices " + ids, ids));
        }
        return cases;
    }

    private static List<Case> forgottenDeals(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var deal : scene.deals()) {
            if (!billable(scene, deal) || !scene.made(deal.id()).isEmpty()) continue;
            cases.add(Case.of(
                    "deal " + deal.id() + " is won and has no invoice; it shows '" + deal.get(DealProperty.SYNC_STATE)
                            + "', '" + deal.get(DealProperty.SYNC_ERROR) + "'",
                    deal.id()));
        }
        return cases;
    }

    /// Independent of what the bridge thinks.
    private static boolean billable(Scene scene, Scene.Sight sight) {
        var deal = sight.deal();
        return isWon(sight)
                && !deal.customer().isEmpty()
                && !scene.observer().customerIsMerged(deal.customer())
                && !deal.lines().isEmpty()
                && deal.lines().values().stream().allMatch(line -> Deals.hasRule(line.taxRate()));
    }

    private static boolean isWon(Scene.Sight sight) {
        return sight.get("dealstage").equals("closedwon") && !sight.deal().beforeActivation();
    }

    private static List<Case> silentDeals(Scene scene) {
        return scene.deals().stream()
                .filter(Checkers::isWon)
                .filter(deal -> scene.made(deal.id()).isEmpty())
                .filter(deal -> deal.get(DealProperty.SYNC_ERROR).isEmpty())
                .map(deal -> Case.of("deal " + deal.id() + " is won, has no invoice, and says nothing", deal.id()))
                .toList();
    }

    private static List<Case> disagreements(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var link : scene.stack().links.all()) {
            var deal = linked(link).flatMap(scene::deal);
            if (deal.isEmpty()) continue;
            var id = link.identity().record("xero", "invoice").orElseThrow().id();
            var difference = scene.invoice(id)
                    .map(invoice -> disagreement(deal.get().values(), invoice, scene.today()))
                    .orElseGet(() -> Optional.of("its invoice " + id + " is not in Xero"));
            difference.ifPresent(what -> cases.add(
                    Case.of("deal " + deal.get().id() + ": " + what, deal.get().id(), id)));
        }
        return cases;
    }

    /// The deal that a link pairs with its invoice.
    private static Optional<String> linked(Link link) {
        return link.key()
                .slot()
                .filter(_ -> link.identity() instanceof Identity.Linked)
                .map(slot -> slot.deal().value());
    }

    /// What the bridge computed is compared with Xero's total; nobody has changed that. An invoice that is found
    /// again after a restore may be of lines that have changed since.
    private static List<Case> falseAlarms(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var entry : scene.stack().links.journal()) {
            var told = entry.after().asOptional().orElse("");
            if (!entry.field().equals(DealProperty.SYNC_ERROR) || !told.startsWith("Xero's total")) continue;
            var deal = entry.record().id();
            if (scene.made(deal).stream().map(Invoices::id).anyMatch(scene.observer()::edited)) continue;
            if (scene.observer().taxMayHaveMoved(deal)) continue;
            if (scene.stack().marks.restoredAt().isPresent() && scene.observer().everCameTo(deal, expected(told)))
                continue;
            cases.add(Case.of("deal " + deal + " was told '" + told + "'", deal));
        }
        return cases;
    }

    private static BigDecimal expected(String told) {
        return new BigDecimal(told.replaceAll(".* is not the expected ([0-9.]+);.*", "$1"));
    }

    private static List<Case> flips(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var deal : scene.deals()) {
            var states = deal.history(DealProperty.INVOICE_STATE);
            var flips = 0;
            var before = "";
            for (var state : states) {
                if (state.byApp() && state.value().equals("PAID") && !before.equals("PAID")) flips++;
                before = state.value();
            }
            var really = scene.made(deal.id()).stream()
                    .mapToInt(invoice -> scene.observer().timesPaid(Invoices.id(invoice)))
                    .sum();
            if (flips > really) {
                cases.add(Case.of(
                        "deal " + deal.id() + " turned PAID " + flips + " times, its invoice " + really + ": " + states,
                        deal.id()));
            }
        }
        return cases;
    }

    private static List<Case> unexplained(Scene scene) {
        var cases = new ArrayList<Case>();
        // What was planned last may not have been carried out, because its reason had gone: then it is as before.
        var last = new LinkedHashMap<String, List<String>>();
        for (var entry : scene.stack().links.journal()) {
            last.put(
                    entry.record().id() + " " + entry.field(),
                    List.of(
                            entry.after().asOptional().orElse(""),
                            entry.before().asOptional().orElse("")));
        }
        for (var link : scene.stack().links.all()) {
            linked(link).flatMap(scene::deal).ifPresent(deal -> cases.addAll(unexplained(deal, last)));
        }
        return cases;
    }

    private static List<Case> unexplained(Scene.Sight deal, Map<String, List<String>> last) {
        var cases = new ArrayList<Case>();
        for (var name : DealProperty.MIRRORED) {
            var versions = deal.history(name);
            // A copied deal came with the values of its original.
            if (versions.isEmpty() || !versions.getLast().byApp()) continue;
            var value = DealProperty.normalise(name, versions.getLast().value());
            var explained = last.getOrDefault(deal.id() + " " + name, List.of(""));
            if (explained.contains(value)) continue;
            cases.add(Case.of(
                    "deal " + deal.id() + ": " + name + " is '" + value + "', the journal's last word " + explained,
                    deal.id()));
        }
        return cases;
    }

    private static List<Case> restless(Scene scene) {
        var since = scene.observer().sinceLastWrite();
        return since.compareTo(QUIET) < 0
                ? List.of(Case.of("the bridge wrote " + since + " before the end: "
                        + scene.observer().lastWritten()))
                : List.of();
    }

    private static List<Case> forgottenWork(Scene scene) {
        var cases = new ArrayList<Case>();
        for (var link : scene.stack().links.all()) {
            if (isAtRest(link, scene)) continue;
            cases.add(Case.of(
                    link.key().value() + " is " + link.work(), link.key().value()));
        }
        return cases;
    }

    /// Whoever ended it has connected again since.
    private static List<Case> disconnected(Scene scene) {
        return Arrays.stream(Vendor.values())
                .filter(vendor -> !scene.stack().connection(vendor).isConnected())
                .map(vendor -> Case.of("the stack has lost its connection to " + vendor.label()))
                .toList();
    }

    /// Parked work has a reason and a next try; nothing else is open.
    private static boolean isAtRest(Link link, Scene scene) {
        return switch (link.work()) {
            case Work.Idle _ -> true;
            case Work.Parked(var _, String reason, var recheckAt, var _, var _) ->
                !reason.isEmpty()
                        && recheckAt.isBefore(scene.now().plus(RECHECK_MAX))
                        && recheckAt.isAfter(scene.now().minus(Duration.ofHours(1)));
            case Work.Settling _, Work.Intended _, Work.Acting _ -> false;
        };
    }
}
