package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// The money of a payment: in the document's currency, in that of the bank account (the base currency), and the
/// rate between them. Of a foreign payment either the rate or the bank's amount is sent; without both the
/// document's rate counts.
record PaymentAmounts(BigDecimal amount, BigDecimal bankAmount, BigDecimal rate) {

    private static final int RATE_SCALE = 6;

    /// Empty when neither amount was sent.
    static Optional<PaymentAmounts> read(Sent sent, PaymentTarget target, String baseCurrency) {
        var amount = sent.decimal("Amount").map(PaymentAmounts::cents);
        var bank = sent.decimal("BankAmount").map(PaymentAmounts::cents);
        if (target.currency().equals(baseCurrency)) {
            return amount.or(() -> bank).map(sum -> new PaymentAmounts(sum, sum, BigDecimal.ONE));
        }
        var rate = sent.decimal("CurrencyRate")
                .filter(said -> said.signum() > 0)
                .or(() -> amount.flatMap(sum -> bank.filter(other -> other.signum() > 0)
                        .map(other -> sum.divide(other, RATE_SCALE, RoundingMode.HALF_UP))))
                .orElse(target.rate());
        return amount.or(() -> bank.map(sum -> cents(sum.multiply(rate))))
                .map(sum ->
                        new PaymentAmounts(sum, bank.orElseGet(() -> sum.divide(rate, 2, RoundingMode.HALF_UP)), rate));
    }

    boolean positive() {
        return amount.signum() > 0;
    }

    private static BigDecimal cents(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.HALF_UP);
    }
}
