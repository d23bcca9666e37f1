package dev.quotetocash.sandbox.xero;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The fields that Xero can look up quickly (reference section 1.5). A `where` or `order` that names another is
/// refused when there are too many records.
final class Optimised {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Contacts",
            Set.of("ContactID", "Name", "EmailAddress", "ContactNumber", "UpdatedDateUTC"),
            "Invoices",
            Set.of(
                    "InvoiceID",
                    "Status",
                    "Date",
                    "Type",
                    "Reference",
                    "InvoiceNumber",
                    "Contact.ContactID",
                    "Contact.Name",
                    "Contact.ContactNumber",
                    "AmountDue",
                    "UpdatedDateUTC"));
    private static final Set<String> WORDS =
            Set.of("AND", "OR", "ASC", "DESC", "TRUE", "FALSE", "NULL", "GUID", "DATETIME");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z.]*");
    private static final Pattern FUNCTION = Pattern.compile("\\.(Contains|StartsWith|EndsWith|ToLower)\\(");

    private Optimised() {}

    /// Whether `where` and `order` of a resource name optimised fields only.
    static boolean covers(String plural, SimRequest request) {
        return Stream.of("where", "order")
                .flatMap(name -> request.query(name).stream())
                .allMatch(expression -> covers(plural, expression));
    }

    private static boolean covers(String plural, String expression) {
        var fields = FIELDS.getOrDefault(plural, Set.of("UpdatedDateUTC"));
        var bare = FUNCTION.matcher(LITERAL.matcher(expression).replaceAll("")).replaceAll("(");
        return NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name.toUpperCase(Locale.ROOT)))
                .allMatch(fields::contains);
    }
}
