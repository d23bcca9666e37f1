package dev.quotetocash.sandbox.xero;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The longest texts that members take (reference section 8), in the order in which Xero shows them.
final class FieldLimits {

    static final Map<String, Integer> CONTACT = ordered(
            "ContactNumber",
            50,
            "AccountNumber",
            50,
            "Name",
            255,
            "FirstName",
            255,
            "LastName",
            255,
            "CompanyNumber",
            50,
            "EmailAddress",
            255,
            "SkypeUserName",
            255,
            "BankAccountDetails",
            255,
            "TaxNumber",
            50,
            "AccountsReceivableTaxType",
            50,
            "AccountsPayableTaxType",
            50,
            "DefaultCurrency",
            3,
            "Website",
            255);
    static final Map<String, Integer> ADDRESS = ordered(
            "AddressLine1",
            500,
            "AddressLine2",
            500,
            "AddressLine3",
            500,
            "AddressLine4",
            500,
            "City",
            255,
            "Region",
            255,
            "PostalCode",
            50,
            "Country",
            50,
            "AttentionTo",
            255);
    static final Map<String, Integer> PHONE = ordered("PhoneNumber", 50, "PhoneAreaCode", 10, "PhoneCountryCode", 20);
    static final int INVOICE_NUMBER = 255;
    static final int REFERENCE = 255;
    static final int DESCRIPTION = 4000;
    static final int ITEM_CODE = 30;
    static final int ITEM_NAME = 50;
    static final int TRACKING = 100;
    static final int NARRATIVE = 18;
    static final int PERSONS = 5;

    private FieldLimits() {}

    /// The refusal of a text that is too long.
    static Optional<String> check(String name, String value, int limit) {
        return value.length() <= limit
                ? Optional.empty()
                : Optional.of("The field " + name + " must be a string with a maximum length of " + limit + ".");
    }

    private static Map<String, Integer> ordered(Object... namesAndLimits) {
        var limits = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < namesAndLimits.length; i += 2) {
            limits.put((String) namesAndLimits[i], (Integer) namesAndLimits[i + 1]);
        }
        return limits;
    }
}
