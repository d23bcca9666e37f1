package dev.quotetocash.sandbox.prove;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people know of the deals that they made: their lines, and what those came to at every time. Its arithmetic
/// is its own: what the bridge and the simulators compute is judged by it.
final class Deals {

    /// The tax rate that the organisation made itself and changes: its id in HubSpot.
    static final String OWN_RATE = "61003";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, Known> deals = new LinkedHashMap<>();
    private final List<BigDecimal> ownRates = new ArrayList<>();

    /// A line as the rep entered it. `taxRate` is HubSpot's id of it.
    record Line(BigDecimal quantity, BigDecimal price, BigDecimal discountPercent, String taxRate) {

        BigDecimal net() {
            var left = HUNDRED.subtract(discountPercent).divide(HUNDRED);
            return quantity.multiply(price).multiply(left).setScale(2, RoundingMode.HALF_UP);
        }

        BigDecimal total(BigDecimal ownRate) {
            var rate = taxRate.equals(OWN_RATE) ? Optional.of(ownRate) : rate(taxRate);
            return net().add(rate.map(
                            percent -> net().multiply(percent).divide(HUNDRED).setScale(2, RoundingMode.HALF_UP))
                    .orElse(BigDecimal.ZERO));
        }
    }

    record Amount(Instant since, BigDecimal total) {}

    /// One deal. `everHad` is what its lines were, after each change.
    static final class Known {
        private final String id;
        private String customer;
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private final List<List<Line>> everHad = new ArrayList<>();
        private final Map<Known, Instant> parts = new LinkedHashMap<>();
        private Optional<Amount> typed = Optional.empty();
        private boolean beforeActivation;
        private boolean merged;
        private boolean deleted;

        private Known(String id, String customer) {
            this.id = id;
            this.customer = customer;
        }

        String id() {
            return id;
        }

        /// As `companies/<id>` or `contacts/<id>`; empty if it has none.
        String customer() {
            return customer;
        }

        void isOf(String owner) {
            customer = owner;
        }

        Map<String, Line> lines() {
            return lines;
        }

        Line line(String id) {
            return Optional.ofNullable(lines.get(id)).orElseThrow();
        }

        /// Won while the bridge was not active: nobody may invoice it by himself.
        boolean beforeActivation() {
            return beforeActivation;
        }

        /// Another deal was merged into it, or it into another one.
        boolean merged() {
            return merged;
        }

        boolean deleted() {
            return deleted;
        }

        void deleted(boolean gone) {
            deleted = gone;
        }

        void wonBeforeActivation() {
            beforeActivation = true;
        }

        void mergedAway() {
            merged = true;
        }

        void mergedFrom(Known part, Instant now) {
            if (part == this) return;
            parts.put(part, now);
            parts.putAll(part.parts);
        }

        /// The deals that went into this one, and into those, before a time.
        List<Known> partsBefore(Instant time) {
            return parts.entrySet().stream()
                    .filter(part -> part.getValue().isBefore(time))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /// To be called after each change of the lines.
        void linesChanged() {
            everHad.add(List.copyOf(lines.values()));
        }

        /// What a rep typed as the deal's amount.
        void typed(BigDecimal amount, Instant now) {
            typed = Optional.of(new Amount(now, amount));
        }

        /// Whether the deal's amount is still the one that a rep typed last.
        boolean typedLast(String amount) {
            return typed.filter(last -> !amount.isEmpty() && last.total().compareTo(new BigDecimal(amount)) == 0)
                    .isPresent();
        }

        /// Whether the amount has been wrong since then, by more than tax can explain.
        boolean amountIsWrongSince(Instant then, BigDecimal subTotal, BigDecimal total) {
            return typed.filter(amount -> amount.since().isBefore(then))
                    .map(amount -> amount.total().setScale(2, RoundingMode.HALF_UP))
                    .filter(amount -> amount.compareTo(subTotal) != 0 && amount.compareTo(total) != 0)
                    .isPresent();
        }

        /// Whether the lines ever came to that, at one of these percentages of the organisation's own rate.
        private boolean everCameTo(BigDecimal total, List<BigDecimal> ownRates) {
            return everHad.stream()
                    .anyMatch(had -> ownRates.stream()
                            .anyMatch(percent -> had.stream()
                                            .map(line -> line.total(percent))
                                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                                            .compareTo(total)
                                    == 0));
        }

        private boolean everHad(String rate) {
            return everHad.stream()
                    .flatMap(List::stream)
                    .anyMatch(line -> line.taxRate().equals(rate));
        }

        BigDecimal net() {
            return lines.values().stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    Known add(String id, String customer) {
        var deal = new Known(id, customer);
        deals.put(id, deal);
        return deal;
    }

    List<Known> all() {
        return List.copyOf(deals.values());
    }

    Optional<Known> find(String id) {
        return Optional.ofNullable(deals.get(id));
    }

    /// The organisation's own rate is so many percent from now on.
    void ownRate(BigDecimal percent) {
        ownRates.add(percent);
    }

    /// Whether the deal's lines ever came to that.
    boolean everCameTo(Known deal, BigDecimal total) {
        return deal.everCameTo(total, ownRates);
    }

    /// Whether nobody can tell at which percentage the deal was taxed: the bridge may not have known yet of a
    /// change.
    boolean taxMayHaveMoved(Known deal) {
        return ownRates.size() > 1 && deal.everHad(OWN_RATE);
    }

    /// Whether the bridge has a rule for it.
    static boolean hasRule(String taxRate) {
        return taxRate.equals(OWN_RATE) || rate(taxRate).isPresent();
    }

    /// In percent; nothing for a rate that the bridge's rules do not lead to Xero.
    private static Optional<BigDecimal> rate(String taxRate) {
        return switch (taxRate) {
            case "61001" -> Optional.of(BigDecimal.valueOf(20));
            case "61002" -> Optional.of(BigDecimal.valueOf(5));
            default -> Optional.empty();
        };
    }
}
