package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What an organisation has settled: its own data, accounts, tax rates, currencies, themes and users.
record SettingsRoutes(Instant openedAt) {

    private static final Batch ACCOUNTS = new Batch("Accounts", "HasValidationErrors");
    private static final Batch TAX_RATES = new Batch("TaxRates", "HasValidationErrors");
    private static final Batch CURRENCIES = new Batch("Currencies", "HasValidationErrors");

    /// `rest` is what follows the resource.
    Answer answer(Call call, String resource, List<String> rest) {
        return switch (resource) {
            case "Accounts" -> accounts(call, rest);
            case "TaxRates" -> taxRates(call, rest);
            case "Currencies" -> currencies(call, rest);
            case "TrackingCategories" -> TrackingRoutes.answer(call, rest);
            case "Organisation" -> organisation(call, rest);
            case "BrandingThemes" -> brandingThemes(call, rest);
            case "InvoiceReminders" ->
                reads(
                        call,
                        rest.equals(List.of("Settings")),
                        "InvoiceReminders",
                        () -> Json.object().put("Enabled", false));
            case "Users" -> users(call, rest);
            default -> new Answer.NotFound();
        };
    }

    private static Answer organisation(Call call, List<String> rest) {
        if (rest.equals(List.of("Actions"))) {
            return reads(
                    call,
                    true,
                    "Actions",
                    () -> Json.object().put("Name", "UseMulticurrency").put("Status", "ALLOWED"));
        }
        return reads(call, rest.isEmpty(), "Organisations", () -> SettingsView.organisation(call));
    }

    private static Answer accounts(Call call, List<String> rest) {
        var method = call.request().method();
        if (rest.isEmpty()) {
            return switch (method) {
                case "GET" -> Listings.accounts().answer(call, call.books().accounts.values().stream());
                case "PUT" -> ACCOUNTS.writeSingle(call, node -> AccountWrites.create(call, node));
                default -> new Answer.NotFound();
            };
        }
        var account = Sent.guidOf(rest.getFirst()).flatMap(call.books()::account);
        if (account.isEmpty() || rest.size() > 1) return new Answer.NotFound();
        var id = account.get().id();
        return switch (method) {
            case "GET" -> Answer.of("Accounts", List.of(SettingsView.account(account.get())));
            case "POST" -> ACCOUNTS.writeSingle(call, node -> AccountWrites.update(call, node, id));
            case "DELETE" -> AccountWrites.delete(call, account.get());
            default -> new Answer.NotFound();
        };
    }

    private static Answer taxRates(Call call, List<String> rest) {
        if (rest.size() == 1) {
            var rate = call.books().taxRate(rest.getFirst());
            return reads(
                    call,
                    rate.isPresent(),
                    "TaxRates",
                    () -> rate.map(SettingsView::taxRate).orElseThrow());
        }
        return switch (call.request().method() + rest.size()) {
            case "GET0" -> Listings.taxRates().answer(call, call.books().taxRates.values().stream());
            case "PUT0" -> TAX_RATES.writeSingle(call, node -> TaxRateWrites.create(call, node));
            case "POST0" -> TAX_RATES.writeSingle(call, node -> TaxRateWrites.update(call, node));
            default -> new Answer.NotFound();
        };
    }

    private static Answer currencies(Call call, List<String> rest) {
        return switch (call.request().method() + rest.size()) {
            case "GET0" -> Listings.currencies().answer(call, call.books().currencies.values().stream());
            case "PUT0" -> CURRENCIES.writeOne(call, node -> subscribe(call, node));
            default -> new Answer.NotFound();
        };
    }

    private static Outcome subscribe(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var code = sent.filled("Code").orElse("");
        var books = call.books();
        var currency = WorldCurrencies.known(code, books.baseCurrency());
        if (currency.isEmpty()) sent.refuse("'" + code + "' is not a valid Code");
        if (!sent.problems().isEmpty()) return new Outcome.Refused(node.deepCopy(), sent.problems());
        if (books.currency(code).isEmpty()) books.currencies.put(code, currency.orElseThrow());
        return new Outcome.Saved(SettingsView.currency(currency.orElseThrow()));
    }

    private Answer brandingThemes(Call call, List<String> rest) {
        var id = call.books().brandingThemeId;
        var known = rest.isEmpty() || Sent.guidOf(rest.getFirst()).equals(Optional.of(id));
        return reads(call, known, "BrandingThemes", () -> SettingsView.brandingTheme(id, openedAt));
    }

    private Answer users(Call call, List<String> rest) {
        var known = rest.isEmpty() || Sent.guidOf(rest.getFirst()).equals(Optional.of(Person.USER_ID));
        return reads(call, known, "Users", () -> SettingsView.user(openedAt));
    }

    private static Answer reads(Call call, boolean known, String plural, Supplier<ObjectNode> view) {
        return known && call.request().method().equals("GET")
                ? Answer.of(plural, List.of(view.get()))
                : new Answer.NotFound();
    }
}
