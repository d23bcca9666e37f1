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
/// @param keyInFlight what becomes of a call whose idempotency key belongs to one that is still under way (2)
/// @param lookUpLagSeconds how long lists and searches do not find a new invoice, which its id does at once (no
/// source)
public record XeroSwitches(
        Set<Unconfirmed> on,
        RoundingMode taxRounding,
        int approvalsPerMonth,
        KeyInFlight keyInFlight,
        int lookUpLagSeconds) {

    public enum KeyInFlight {
        /// It waits, and gets the first one's reply.
        WAITS,
        /// 409: the key is in use.
        REFUSED,
        /// It is carried out as if it had no key.
        EXECUTED
    }

    private static final String TAX_ROUNDING = "taxRounding";
    private static final String APPROVALS_PER_MONTH = "approvalsPerMonth";
    private static final String KEY_IN_FLIGHT = "keyInFlight";
    private static final String LOOK_UP_LAG_SECONDS = "lookUpLagSeconds";

    public XeroSwitches {
        on = Set.copyOf(on);
    }

    /// What the reference suggests.
    public static XeroSwitches suggested() {
        return new XeroSwitches(Unconfirmed.usuallyOn(), RoundingMode.HALF_UP, 0, KeyInFlight.WAITS, 0);
    }

    public boolean is(Unconfirmed which) {
        return on.contains(which);
    }

    public XeroSwitches with(Unconfirmed which, boolean is) {
        var changed = EnumSet.noneOf(Unconfirmed.class);
        changed.addAll(on);
        if (is) changed.add(which);
        else changed.remove(which);
        return new XeroSwitches(changed, taxRounding, approvalsPerMonth, keyInFlight, lookUpLagSeconds);
    }

    public XeroSwitches withTaxRounding(RoundingMode mode) {
        return new XeroSwitches(on, mode, approvalsPerMonth, keyInFlight, lookUpLagSeconds);
    }

    public XeroSwitches withApprovalsPerMonth(int most) {
        return new XeroSwitches(on, taxRounding, most, keyInFlight, lookUpLagSeconds);
    }

    public XeroSwitches withKeyInFlight(KeyInFlight what) {
        return new XeroSwitches(on, taxRounding, approvalsPerMonth, what, lookUpLagSeconds);
    }

    public XeroSwitches withLookUpLagSeconds(int seconds) {
        return new XeroSwitches(on, taxRounding, approvalsPerMonth, keyInFlight, seconds);
    }

    /// Every switch by its name on the command line, and its value.
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var which : Unconfirmed.values()) values.put(which.switchName(), Boolean.toString(is(which)));
        values.put(TAX_ROUNDING, taxRounding.name());
        values.put(APPROVALS_PER_MONTH, Integer.toString(approvalsPerMonth));
        values.put(KEY_IN_FLIGHT, keyInFlight.name());
        values.put(LOOK_UP_LAG_SECONDS, Integer.toString(lookUpLagSeconds));
        return values;
    }

    /// The same with one switch changed, by its name. An [IllegalArgumentException] lists what there is.
    public XeroSwitches with(String name, String value) {
        var changed = switch (name) {
            case TAX_ROUNDING -> constant(RoundingMode.class, value).map(this::withTaxRounding);
            case APPROVALS_PER_MONTH -> count(value).map(this::withApprovalsPerMonth);
            case KEY_IN_FLIGHT -> constant(KeyInFlight.class, value).map(this::withKeyInFlight);
            case LOOK_UP_LAG_SECONDS -> count(value).map(this::withLookUpLagSeconds);
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
