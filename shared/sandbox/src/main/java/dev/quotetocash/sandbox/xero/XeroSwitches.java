package dev.quotetocash.sandbox.xero;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the simulator stands on facts that no source settles.
///
/// @param on the [Unconfirmed] facts taken for true
/// @param taxRounding of a line's tax to two decimals (6.1)
/// @param approvalsPerMonth how many ACCREC invoices a month may be approved (20 on legacy plans, 5); 0 is no limit
public record XeroSwitches(Set<Unconfirmed> on, RoundingMode taxRounding, int approvalsPerMonth) {

    private static final String TAX_ROUNDING = "taxRounding";
    private static final String APPROVALS_PER_MONTH = "approvalsPerMonth";

    public XeroSwitches {
        on = Set.copyOf(on);
    }

    /// What the reference suggests.
    public static XeroSwitches suggested() {
        return new XeroSwitches(Unconfirmed.usuallyOn(), RoundingMode.HALF_UP, 0);
    }

    public boolean is(Unconfirmed which) {
        return on.contains(which);
    }

    public XeroSwitches with(Unconfirmed which, boolean is) {
        var changed = EnumSet.noneOf(Unconfirmed.class);
        changed.addAll(on);
        if (is) changed.add(which);
        else changed.remove(which);
        return new XeroSwitches(changed, taxRounding, approvalsPerMonth);
    }

    public XeroSwitches withTaxRounding(RoundingMode mode) {
        return new XeroSwitches(on, mode, approvalsPerMonth);
    }

    public XeroSwitches withApprovalsPerMonth(int most) {
        return new XeroSwitches(on, taxRounding, most);
    }

    /// Every switch by its name on the command line, and its value.
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var which : Unconfirmed.values()) values.put(which.switchName(), Boolean.toString(is(which)));
        values.put(TAX_ROUNDING, taxRounding.name());
        values.put(APPROVALS_PER_MONTH, Integer.toString(approvalsPerMonth));
        return values;
    }

    /// The same with one switch changed, by its name. An [IllegalArgumentException] lists what there is.
    public XeroSwitches with(String name, String value) {
        var changed = switch (name) {
            case TAX_ROUNDING -> constant(RoundingMode.class, value).map(this::withTaxRounding);
            case APPROVALS_PER_MONTH -> count(value).map(this::withApprovalsPerMonth);
            default -> flag(value).map(is -> with(named(name), is));
        };
        return changed.orElseThrow(
                () -> new IllegalArgumentException("not a value of the switch xero." + name + ": " + value));
    }

    private Unconfirmed named(String name) {
        return Arrays.stream(Unconfirmed.values())
                .filter(which -> which.switchName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no such switch: xero." + name + "; there are " + values().keySet()));
    }

    private static Optional<Boolean> flag(String value) {
        return Optional.of(value)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    private static Optional<Integer> count(String value) {
        return Optional.of(value).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst();
    }
}
