package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// The money of a payment: in the document's currency, in that of the bank account, and the units of the foreign
/// currency per unit of the base currency (six decimals, reference section 6.4). Of a foreign payment either the
/// rate or the bank's amount is sent; without both the document's rate counts. When both amounts were sent, the
/// rate follows from them; in one currency the document's amount counts.
record PaymentAmounts(BigDecimal amount, BigDecimal bankAmount, BigDecimal rate) {

    private static final int RATE_SCALE = 6;
    private static final MathContext EXACT = MathContext.DECIMAL128;

    /// The currencies of a payment. `perBase` are the units of the bank's currency per unit of the base currency
    /// today, `usual` is the rate that counts when none was sent.
    private record Exchange(boolean same, boolean homely, BigDecimal perBase, BigDecimal usual, int cents, int coins) {

        static Exchange of(Call call, PaymentTarget target, Account account) {
            var base = call.books().baseCurrency();
            var bank = account.currency().isEmpty() ? base : account.currency();
            var perBase = call.books().currency(bank).map(Books.Currency::rate).orElse(BigDecimal.ONE);
            var homely = target.currency().equals(base);
            return new Exchange(
                    target.currency().equals(bank),
                    homely,
                    bank.equals(base) ? BigDecimal.ONE : perBase,
                    homely && !bank.equals(base) ? perBase : target.rate(),
                    Amounts.scale(target.currency(), call.switches()),
                    Amounts.scale(bank, call.switches()));
        }

        /// The bank's amount for one of the document's.
        BigDecimal factor(BigDecimal rate) {
            if (same) return BigDecimal.ONE;
            return homely ? rate : perBase.divide(rate, EXACT);
        }

        /// The rate that two amounts mean.
        BigDecimal rate(BigDecimal amount, BigDecimal bank) {
            var rate = homely
                    ? bank.divide(amount, EXACT)
                    : amount.multiply(perBase).divide(bank, EXACT);
            return rate.setScale(RATE_SCALE, RoundingMode.HALF_UP);
        }
    }

    /// Empty when neither amount was sent.
    static Optional<PaymentAmounts> read(Call call, Sent sent, PaymentTarget target, Account account) {
        var exchange = Exchange.of(call, target, account);
        var amount = sent.decimal("Amount").map(sum -> sum.setScale(exchange.cents(), RoundingMode.HALF_UP));
        var bank = sent.decimal("BankAmount").map(sum -> sum.setScale(exchange.coins(), RoundingMode.HALF_UP));
        var rate = rate(sent, exchange);
        if (exchange.same()) return amount.or(() -> bank).map(sum -> new PaymentAmounts(sum, sum, rate));
        if (amount.isPresent() && bank.isPresent()) return Optional.of(both(amount.get(), bank.get(), rate, exchange));
        var factor = exchange.factor(rate);
        return amount.map(sum -> new PaymentAmounts(sum, rounded(sum.multiply(factor), exchange.coins()), rate))
                .or(() -> bank.map(
                        sum -> new PaymentAmounts(rounded(sum.divide(factor, EXACT), exchange.cents()), sum, rate)));
    }

    /// Both are of some money.
    boolean positive() {
        return amount.signum() > 0 && bankAmount.signum() > 0;
    }

    private static BigDecimal rate(Sent sent, Exchange exchange) {
        if (exchange.same() && exchange.homely()) return BigDecimal.ONE;
        return sent.decimal("CurrencyRate")
                .map(said -> said.setScale(RATE_SCALE, RoundingMode.HALF_UP))
                .filter(said -> said.signum() > 0)
                .orElse(exchange.usual());
    }

    /// The rate stays when it leads from one to the other.
    private static PaymentAmounts both(BigDecimal amount, BigDecimal bank, BigDecimal rate, Exchange exchange) {
        var agrees = rounded(amount.multiply(exchange.factor(rate)), exchange.coins())
                        .compareTo(bank)
                == 0;
        var possible = amount.signum() > 0 && bank.signum() > 0;
        return new PaymentAmounts(amount, bank, agrees || !possible ? rate : exchange.rate(amount, bank));
    }

    private static BigDecimal rounded(BigDecimal sum, int scale) {
        return sum.setScale(scale, RoundingMode.HALF_UP);
    }
}
