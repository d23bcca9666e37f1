package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A tax rate and the account classes it may be used with. `ours` tells those that the organisation made itself
/// (TAX001, ...) from the vendor's, which cannot be changed.
record TaxRate(
        String type,
        String name,
        String reportType,
        List<Component> components,
        Set<Account.Side> sides,
        Status status,
        boolean ours) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 4;

    enum Status {
        ACTIVE,
        DELETED
    }

    /// A part of the rate in percent. A compound one taxes the other parts too.
    record Component(String name, BigDecimal rate, boolean compound, boolean nonRecoverable) {}

    TaxRate {
        components = List.copyOf(components);
        sides = Collections.unmodifiableSet(new TreeSet<>(sides));
    }

    /// What may be taxed with it: nothing any more once it is deleted.
    Set<Account.Side> appliesTo() {
        return status == Status.ACTIVE ? sides : Set.of();
    }

    /// The sum of its parts, as shown.
    BigDecimal displayed() {
        return components.stream().map(Component::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What is charged in percent, compound parts included.
    BigDecimal percent() {
        var simple = sum(false);
        var compound = sum(true);
        if (compound.signum() == 0) return simple;
        var onTop = compound.multiply(HUNDRED.add(simple)).divide(HUNDRED, SCALE, RoundingMode.HALF_UP);
        return simple.add(onTop);
    }

    private BigDecimal sum(boolean compound) {
        return components.stream()
                .filter(component -> component.compound() == compound)
                .map(Component::rate)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
