package dev.quotetocash.mapping;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.HubSpotDealId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From a deal and its line items to an invoice. Refuses rather than guesses: whatever the rules or
/// the organisation do not cover blocks the invoice with a reason that a sales rep can read.
public sealed interface InvoiceMapping {

    /// `totals` is what Xero must come to.
    record Mapped(InvoiceContent content, InvoiceTotals totals) implements InvoiceMapping {}

    record Blocked(Unmappable why) implements InvoiceMapping {}

    /// `url` is the deal's address with the slot's marker; `today` is the date in the organisation's zone.
    static InvoiceMapping of(
            Deal deal,
            List<LineItem> lines,
            String url,
            LocalDate today,
            MappingSettings settings,
            Books books,
            CurrencyCode companyCurrency) {
        var currency = currency(deal, companyCurrency);
        if (currency.isEmpty())
            return blocked(Cause.MAPPING, "The deal's currency is not a currency code; choose another one.");
        var code = currency.get();
        if (!books.currencies().contains(code.value())) {
            return blocked(
                    new Cause("currency:" + code),
                    "Xero is not set up for " + code + "; ask finance to add the currency, or change the deal's.");
        }
        if (!books.accounts().contains(settings.accountCode())) {
            return blocked(
                    Cause.account(settings.accountCode()),
                    "Account " + settings.accountCode()
                            + " is not an active sales account in Xero; ask finance to open it.");
        }
        if (lines.isEmpty()) return blocked(Cause.MAPPING, "The deal has no line items; add what was sold.");

        var mapped = new ArrayList<InvoiceLine>();
        for (var line : lines) {
            switch (LineMapping.of(line, code, settings, books)) {
                case LineMapping.Mapped(InvoiceLine invoiceLine) -> mapped.add(invoiceLine);
                case LineMapping.Blocked(Unmappable why) -> {
                    return new Blocked(why);
                }
            }
        }
        var totals = InvoiceTotals.of(mapped, code, settings.lineAmounts(), books.taxRates()::get);
        var content = new InvoiceContent(
                today,
                today.plusDays(settings.paymentTermsDays()),
                reference(deal.id()),
                url,
                code,
                settings.lineAmounts(),
                // Whatever it is to become: first Xero's total is compared with ours.
                InvoiceStatus.DRAFT.name(),
                mapped);
        return new Mapped(content, totals);
    }

    /// What finance sees in Reference, and a second look finds the invoice by.
    static String reference(HubSpotDealId deal) {
        return "HS-" + deal.value();
    }

    private static Optional<CurrencyCode> currency(Deal deal, CurrencyCode companyCurrency) {
        if (deal.currency().isEmpty()) return Optional.of(companyCurrency);
        try {
            return Optional.of(new CurrencyCode(deal.currency().get()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static InvoiceMapping blocked(Cause cause, String reason) {
        return new Blocked(new Unmappable(cause, reason));
    }
}
