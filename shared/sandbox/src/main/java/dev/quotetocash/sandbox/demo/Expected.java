package dev.quotetocash.sandbox.demo;

import dev.quotetocash.sandbox.people.Sales;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What lines must come to, reckoned apart from the bridge: each line to the cent, its tax half up to the cent,
/// then summed.
record Expected(BigDecimal subTotal, BigDecimal tax, BigDecimal total) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    static Expected of(List<Sales.Line> lines) {
        var subTotal = BigDecimal.ZERO.setScale(2);
        var tax = BigDecimal.ZERO.setScale(2);
        for (var line : lines) {
            subTotal = subTotal.add(net(line));
            tax = tax.add(cents(net(line).multiply(rate(line)).divide(HUNDRED)));
        }
        return new Expected(subTotal, tax, subTotal.add(tax));
    }

    static List<List<String>> table(List<Sales.Line> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("line", "quantity", "unit price", "discount", "tax", "net"));
        for (var line : lines) {
            rows.add(List.of(
                    line.name(),
                    line.quantity().toPlainString(),
                    line.price().toPlainString(),
                    line.discountPercent().isEmpty() ? "" : line.discountPercent() + " %",
                    rate(line).toPlainString() + " %",
                    net(line).toPlainString()));
        }
        return rows;
    }

    private static BigDecimal net(Sales.Line line) {
        var off = line.discountPercent().isEmpty() ? BigDecimal.ZERO : new BigDecimal(line.discountPercent());
        return cents(line.quantity()
                .multiply(line.price())
                .multiply(HUNDRED.subtract(off))
                .divide(HUNDRED));
    }

    private static BigDecimal rate(Sales.Line line) {
        return line.taxRate().equals("61002") ? new BigDecimal("5") : new BigDecimal("20");
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
