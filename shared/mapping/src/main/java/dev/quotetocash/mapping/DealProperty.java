package dev.quotetocash.mapping;

import java.util.Arrays;
import java.util.List;

/// A property that the bridge owns on the deal, in the group `xero`. `type` and `fieldType` are HubSpot's;
/// `options` are the values of a choice with their labels.
public record DealProperty(String name, String label, String type, String fieldType, List<Option> options) {

    public record Option(String value, String label) {}

    public static final String GROUP = "xero";
    public static final String GROUP_LABEL = "Xero";

    public static final String INVOICE_ID = "xero_invoice_id";
    public static final String INVOICE_NUMBER = "xero_invoice_number";
    public static final String INVOICE_URL = "xero_invoice_url";
    public static final String INVOICE_STATE = "xero_invoice_state";
    public static final String INVOICE_DATE = "xero_invoice_date";
    public static final String DUE_DATE = "xero_due_date";
    public static final String CURRENCY = "xero_currency";
    public static final String TOTAL = "xero_total";
    public static final String PAID = "xero_paid";
    public static final String CREDITED = "xero_credited";
    public static final String DUE = "xero_due";
    public static final String PAID_BASE = "xero_paid_base";
    public static final String PAID_ON = "xero_paid_on";
    public static final String DAYS_OVERDUE = "xero_days_overdue";
    public static final String LAST_PAYMENT_ON = "xero_last_payment_on";
    public static final String SYNC_STATE = "xero_sync_state";
    public static final String SYNC_ERROR = "xero_sync_error";
    public static final String SYNCED_AT = "xero_synced_at";
    public static final String SLOTS = "xero_invoice_slots";

    /// The properties that are kept as the bridge computes them, in the order a person reads them.
    /// `xero_synced_at` only goes along with a write of theirs.
    public static final List<String> MIRRORED = List.of(
            INVOICE_ID,
            INVOICE_NUMBER,
            INVOICE_URL,
            INVOICE_STATE,
            INVOICE_DATE,
            DUE_DATE,
            CURRENCY,
            TOTAL,
            PAID,
            CREDITED,
            DUE,
            PAID_BASE,
            PAID_ON,
            DAYS_OVERDUE,
            LAST_PAYMENT_ON,
            SLOTS,
            SYNC_STATE,
            SYNC_ERROR);

    /// Every property of this slice, as `setup` creates it.
    public static final List<DealProperty> ALL = List.of(
            text(INVOICE_ID, "Xero invoice id"),
            text(INVOICE_NUMBER, "Xero invoice number"),
            text(INVOICE_URL, "Xero invoice link"),
            choice(
                    INVOICE_STATE,
                    "Xero invoice state",
                    Arrays.stream(InvoiceState.values())
                            .map(state -> new Option(state.name(), state.label()))
                            .toList()),
            date(INVOICE_DATE, "Xero invoice date"),
            date(DUE_DATE, "Xero due date"),
            text(CURRENCY, "Xero invoice currency"),
            number(TOTAL, "Xero invoice total"),
            number(PAID, "Xero amount paid"),
            number(CREDITED, "Xero amount credited"),
            number(DUE, "Xero amount due"),
            number(PAID_BASE, "Xero amount paid, base currency"),
            date(PAID_ON, "Xero paid on"),
            number(DAYS_OVERDUE, "Xero days overdue"),
            date(LAST_PAYMENT_ON, "Xero last payment on"),
            choice(
                    SYNC_STATE,
                    "Xero sync state",
                    List.of(
                            new Option("ok", "In agreement"),
                            new Option("waiting", "Waiting"),
                            new Option("needs_attention", "Needs attention"),
                            new Option("paused", "Paused"))),
            new DealProperty(SYNC_ERROR, "Xero sync message", "string", "textarea", List.of()),
            new DealProperty(SYNCED_AT, "Xero last synced", "datetime", "date", List.of()),
            new DealProperty(SLOTS, "Xero invoices (technical)", "string", "textarea", List.of()));

    private static DealProperty text(String name, String label) {
        return new DealProperty(name, label, "string", "text", List.of());
    }

    private static DealProperty number(String name, String label) {
        return new DealProperty(name, label, "number", "number", List.of());
    }

    private static DealProperty date(String name, String label) {
        return new DealProperty(name, label, "date", "date", List.of());
    }

    private static DealProperty choice(String name, String label, List<Option> options) {
        return new DealProperty(name, label, "enumeration", "select", options);
    }

    /// A property's value as HubSpot returns it, in the spelling that the bridge compares: numbers without
    /// trailing zeros.
    public static String normalise(String name, String value) {
        return ALL.stream()
                        .anyMatch(property ->
                                property.name().equals(name) && property.type().equals("number"))
                ? Decimals.parse(value).map(Decimals::plain).orElse(value)
                : value;
    }
}
