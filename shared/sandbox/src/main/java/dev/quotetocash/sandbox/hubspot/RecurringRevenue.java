package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A deal's recurring revenue out of its line items (section 15.1): a month's, a year's, that of the first year
/// with what is paid once, and that of the whole contract. A line without a term runs for a year.
record RecurringRevenue(BigDecimal monthly, BigDecimal firstYear, BigDecimal contract) {

    static final RecurringRevenue NONE = new RecurringRevenue(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int YEAR = 12;
    private static final int CENTS = 2;
    private static final int PRECISION = 10;
    private static final Pattern MONTHS = Pattern.compile("P([0-9]{1,4})M");
    private static final Pattern YEARS = Pattern.compile("P([0-9]{1,3})Y");
    private static final BigDecimal WEEKS_PER_MONTH =
            BigDecimal.valueOf(52).divide(BigDecimal.valueOf(YEAR), PRECISION, RoundingMode.HALF_UP);

    static RecurringRevenue of(List<CrmRecord> items) {
        return items.stream().map(RecurringRevenue::of).reduce(NONE, RecurringRevenue::plus);
    }

    /// The deal's properties; all empty for a deal without any revenue.
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("hs_mrr", money(monthly));
        values.put("hs_arr", money(monthly.multiply(BigDecimal.valueOf(YEAR))));
        values.put("hs_acv", money(firstYear));
        values.put("hs_tcv", money(contract));
        return values;
    }

    private String money(BigDecimal amount) {
        return contract.signum() == 0 ? "" : Calculated.plain(amount.setScale(CENTS, RoundingMode.HALF_UP));
    }

    private RecurringRevenue plus(RecurringRevenue other) {
        return new RecurringRevenue(
                monthly.add(other.monthly), firstYear.add(other.firstYear), contract.add(other.contract));
    }

    private static RecurringRevenue of(CrmRecord item) {
        var amount = Calculated.decimal(item, "amount").orElse(BigDecimal.ZERO);
        var frequency = item.value("recurringbillingfrequency");
        if (frequency.isEmpty()) return new RecurringRevenue(BigDecimal.ZERO, amount, amount);
        var monthly = monthly(frequency.get(), amount);
        var term = term(item);
        var inFirstYear = term.min(BigDecimal.valueOf(YEAR));
        return new RecurringRevenue(monthly, monthly.multiply(inFirstYear), monthly.multiply(term));
    }

    private static BigDecimal monthly(String frequency, BigDecimal amount) {
        return switch (frequency) {
            case "weekly" -> amount.multiply(WEEKS_PER_MONTH);
            case "biweekly" -> amount.multiply(WEEKS_PER_MONTH).divide(BigDecimal.TWO, PRECISION, RoundingMode.HALF_UP);
            case "quarterly" -> perMonth(amount, 3);
            case "per_six_months" -> perMonth(amount, 6);
            case "annually" -> perMonth(amount, YEAR);
            default -> amount;
        };
    }

    private static BigDecimal perMonth(BigDecimal amount, int months) {
        return amount.divide(BigDecimal.valueOf(months), PRECISION, RoundingMode.HALF_UP);
    }

    /// In months.
    private static BigDecimal term(CrmRecord item) {
        var period = item.value("hs_recurring_billing_period").orElse("");
        return Calculated.decimal(item, "hs_term_in_months")
                .or(() -> number(MONTHS, period))
                .or(() -> number(YEARS, period).map(years -> years.multiply(BigDecimal.valueOf(YEAR))))
                .orElse(BigDecimal.valueOf(YEAR));
    }

    private static Optional<BigDecimal> number(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.matches() ? Optional.of(new BigDecimal(match.group(1))) : Optional.empty();
    }
}
