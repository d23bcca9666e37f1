package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// A literal or the content of a field, as filters and orders compare it.
sealed interface Value {

    record Text(String text) implements Value {

        /// Without regard to case and accents (observed).
        String folded() {
            if (plain()) return text.toLowerCase(Locale.ROOT);
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }

        /// ASCII has no accents to take away, which is slow.
        private boolean plain() {
            return text.chars().allMatch(letter -> letter < 128);
        }
    }

    record Amount(BigDecimal number) implements Value {}

    record Moment(Instant at) implements Value {}

    record Flag(boolean set) implements Value {}

    record Nothing() implements Value {}

    /// What can be compared with what. ANY is an object, or null.
    enum Kind {
        TEXT,
        AMOUNT,
        MOMENT,
        FLAG,
        ANY;

        private static final Set<String> AMOUNTS = Set.of(
                "AmountDue",
                "AmountPaid",
                "AmountCredited",
                "Amount",
                "BankAmount",
                "CurrencyRate",
                "RemainingCredit",
                "SubTotal",
                "TotalTax",
                "Total",
                "TotalAmount",
                "DisplayTaxRate",
                "EffectiveRate");
        private static final Set<String> MOMENTS =
                Set.of("Date", "DueDate", "ExpiryDate", "FullyPaidOnDate", "UpdatedDateUTC");
        private static final Set<String> FLAGS = Set.of(
                "CanApplyToExpenses",
                "CanApplyToRevenue",
                "EnablePaymentsToAccount",
                "HasAttachments",
                "IsCustomer",
                "IsDiscounted",
                "IsPurchased",
                "IsReconciled",
                "IsSold",
                "IsSupplier",
                "SentToContact");
        private static final Set<String> OBJECTS = Set.of("Account", "BankAccount", "Contact", "Invoice");

        /// As the last name of a path tells: a name means the same in every resource.
        static Kind ofMember(String path) {
            var name = path.substring(path.lastIndexOf('.') + 1);
            if (AMOUNTS.contains(name)) return AMOUNT;
            if (MOMENTS.contains(name)) return MOMENT;
            if (FLAGS.contains(name)) return FLAG;
            return OBJECTS.contains(name) ? ANY : TEXT;
        }

        boolean fits(Kind other) {
            return this == other || this == ANY || other == ANY;
        }
    }

    default Kind kind() {
        return switch (this) {
            case Text _ -> Kind.TEXT;
            case Amount _ -> Kind.AMOUNT;
            case Moment _ -> Kind.MOMENT;
            case Flag _ -> Kind.FLAG;
            case Nothing _ -> Kind.ANY;
        };
    }

    /// Of a member of a record's JSON; `path` may lead into it (`Contact.Name`).
    static Value of(JsonNode record, String path) {
        var node = record;
        for (var name : path.split("\\.", -1)) node = node.path(name);
        if (node.isNumber()) return new Amount(node.decimalValue());
        if (node.isBoolean()) return new Flag(node.asBoolean());
        if (!node.isTextual()) return new Nothing();
        var text = node.asText();
        return text.startsWith("/Date(")
                ? Dates.parseMoment(text).<Value>map(Moment::new).orElse(new Nothing())
                : new Text(text);
    }

    /// Negative, zero or positive; values of different kinds cannot be compared.
    static int compare(Value one, Value other) {
        return switch (one) {
            case Text text when other instanceof Text second -> text.folded().compareTo(second.folded());
            case Amount amount
            when other instanceof Amount second -> amount.number().compareTo(second.number());
            case Moment moment
            when other instanceof Moment second -> moment.at().compareTo(second.at());
            case Flag flag when other instanceof Flag second -> Boolean.compare(flag.set(), second.set());
            case Nothing _ when other instanceof Nothing -> 0;
            case Nothing _ -> -1;
            case Text _, Amount _, Moment _, Flag _ when other instanceof Nothing -> 1;
            case Text _, Amount _, Moment _, Flag _ -> throw QueryRefused.incompatible(one.kind(), other.kind());
        };
    }
}
