package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tax rates that an organisation makes itself: TAX001, TAX002, ... (reference section 6.3), one per request.
/// The vendor's own cannot be changed.
final class TaxRateWrites {

    private static final String PREFIX = "TAX";

    private TaxRateWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Optional.empty());
    }

    /// POST: by TaxType, else by Name.
    static Outcome update(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var known = sent.filled("TaxType")
                .flatMap(call.books()::taxRate)
                .or(() -> sent.filled("Name").flatMap(name -> named(call.books(), name)));
        if (known.isEmpty()) return new Outcome.Missing();
        if (!known.get().ours()) {
            sent.refuse("The tax rate '" + known.get().name() + "' belongs to the system and cannot be changed.");
        }
        return save(call, sent, known);
    }

    private static Outcome save(Call call, Sent sent, Optional<TaxRate> known) {
        var name = sent.filled("Name").or(() -> known.map(TaxRate::name)).orElse("");
        if (name.isEmpty()) sent.refuse("Name must be specified.");
        var rival = named(call.books(), name)
                .filter(other -> known.filter(other::equals).isEmpty());
        if (rival.isPresent()) sent.refuse("Please enter a unique Name.");
        var components = sent.has("TaxComponents")
                ? components(sent)
                : known.map(TaxRate::components).orElse(List.of());
        if (components.isEmpty()) sent.refuse("At least one TaxComponent must be specified.");
        var status = sent.choice("Status", TaxRate.Status.class)
                .or(() -> known.map(TaxRate::status))
                .orElse(TaxRate.Status.ACTIVE);
        var reportType = sent.filled("ReportTaxType")
                .or(() -> known.map(TaxRate::reportType))
                .orElse("OUTPUT");
        if (!sent.problems().isEmpty()) return new Outcome.Refused(sent.node().deepCopy(), sent.problems());
        var type = known.map(TaxRate::type).orElseGet(() -> nextType(call));
        var sides = new LinkedHashSet<>(RegionalTaxes.sides(reportType));
        var next = new TaxRate(type, name, reportType, components, sides, status, true);
        call.books().taxRates.put(type, next);
        return new Outcome.Saved(SettingsView.taxRate(next));
    }

    private static String nextType(Call call) {
        return String.format(Locale.ROOT, PREFIX + "%03d", call.books().desk.nextNumber(PREFIX));
    }

    private static List<TaxRate.Component> components(Sent sent) {
        return sent.list("TaxComponents").stream().map(TaxRateWrites::component).toList();
    }

    private static TaxRate.Component component(Sent part) {
        var name = part.filled("Name");
        var rate = part.decimal("Rate");
        if (name.isEmpty()) part.refuse("The Name of a TaxComponent must be specified.");
        if (rate.isEmpty()) part.refuse("The Rate of a TaxComponent must be specified.");
        return new TaxRate.Component(
                name.orElse(""),
                rate.orElse(BigDecimal.ZERO),
                part.flag("IsCompound").orElse(false),
                part.flag("IsNonRecoverable").orElse(false));
    }

    private static Optional<TaxRate> named(Books books, String name) {
        return books.taxRates.values().stream()
                .filter(rate -> rate.status() == TaxRate.Status.ACTIVE)
                .filter(rate -> rate.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
