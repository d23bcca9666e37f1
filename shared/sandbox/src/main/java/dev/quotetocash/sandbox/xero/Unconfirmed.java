package dev.quotetocash.sandbox.xero;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Facts that the reference calls UNCONFIRMED, reports only from the field, or tells in two ways, each a switch
/// (reference/xero-api.md, section 16; numbers are sections). A client must live with both positions. Those that
/// are more than on or off are components of [XeroSwitches].
public enum Unconfirmed {
    /// Idempotency keys are scoped to the access token instead of the app.
    KEYS_PER_TOKEN(false),
    /// Amounts sent as JSON strings are accepted.
    NUMBERS_AS_TEXT(true),
    /// A `pageSize` above 1000 is read as 1000 instead of refused.
    CLAMPS_PAGE_SIZE(false),
    /// A SUBMITTED invoice may become a DRAFT again.
    SUBMITTED_BACK_TO_DRAFT(false),
    /// POST with a known InvoiceNumber and no InvoiceID edits that invoice instead of being refused.
    POST_BY_NUMBER_EDITS(true),
    /// A voided or deleted invoice keeps its number.
    DEAD_NUMBERS_STAY_TAKEN(true),
    /// AUTHORISED without a DueDate is refused instead of due on the invoice date.
    APPROVAL_NEEDS_DUE_DATE(false),
    /// An ItemCode also fills the line's account.
    ITEM_FILLS_ACCOUNT(true),
    /// The source of a merge becomes ARCHIVED.
    MERGED_IS_ARCHIVED(true),
    /// A client-credentials call without `xero-tenant-id` is refused.
    TENANT_HEADER_REQUIRED(false),
    /// A missing scope comes as 401 with `WWW-Authenticate` instead of 403.
    MISSING_SCOPE_IS_401(false),
    /// Nothing modified since comes as 304 instead of an empty list.
    UNCHANGED_IS_304(false),
    /// A payment or allocation made or deleted sends INVOICE UPDATE (section 10.2).
    PAYMENT_NOTIFIES_INVOICE(true),
    /// Allocating a credit note moves the invoice's UpdatedDateUTC (section 13.3).
    ALLOCATION_MOVES_INVOICE(true),
    /// The good elements of a batch refused as a whole are saved nevertheless.
    REFUSED_BATCH_SAVES_REST(false),
    /// An allocation without a Date is refused (schema) instead of taking the later one of the two documents (page,
    /// section 3.2).
    ALLOCATION_NEEDS_DATE(true),
    /// Without a DueDate the contact's payment terms count, then the invoice date (13.1).
    DUE_DATE_FOLLOWS_TERMS(true),
    /// Amounts of currencies without minor units (JPY) are rounded to whole units (6.4).
    MINORLESS_IS_WHOLE(false),
    /// Payments send events of category PAYMENT, without `data` (10.2).
    PAYMENT_EVENTS(false),
    /// While a webhook waits for its retry, none of the app is sent (10.1 infers it).
    FAILURE_STALLS_STREAM(true),
    /// An e-mail moves the stamp of an invoice without money applied (section 13.3).
    EMAIL_MOVES_INVOICE(true),
    /// A history note moves an invoice's stamp (section 13.3).
    NOTE_MOVES_INVOICE(false),
    /// An attachment moves an invoice's stamp (section 13.3).
    ATTACHMENT_MOVES_INVOICE(false),
    /// Request bodies may have 10 MB instead of 3.5 MB (section 1.2).
    REQUESTS_UP_TO_10_MEGABYTES(false),
    /// An attachment may have 25 MB instead of 10 MB (section 3.2).
    ATTACHMENTS_UP_TO_25_MEGABYTES(false),
    /// A call to a disconnected tenant comes as 403 instead of 401 (sections 9.3 and 11.3).
    DISCONNECTED_IS_403(false),
    /// A client-credentials call with `xero-tenant-id` is refused (section 11.5).
    TENANT_HEADER_HARMS(false),
    /// Unknown tracking on a line is refused instead of left out (no source).
    UNKNOWN_TRACKING_REFUSED(false),
    /// `unitdp=4` counts for quotes too, which section 1.4 does not list.
    UNITDP_ON_QUOTES(false),
    /// The envelope's member of a request is read in any case, `contacts` too (field report, section 1.1).
    ENVELOPE_IN_ANY_CASE(true),
    /// A filter of bank transactions by their Reference finds none (field report, section 1.5).
    BANK_REFERENCES_FIND_NOTHING(false),
    /// An invoice for an archived contact is refused with the text of an edit of that contact; off, with a text of
    /// its own (section 7.2).
    ARCHIVED_CONTACT_HAS_EDIT_TEXT(true),
    /// An unknown id in a batch fails the whole request with 404 (field report, section 9.3); off, its element alone
    /// is refused.
    UNKNOWN_ID_FAILS_BATCH(true),
    /// A custom connection may make 5,000 calls a day instead of the Starter plan's 1,000 (section 11.5).
    CUSTOM_CONNECTION_HAS_5000_CALLS(false);

    private final boolean usual;

    Unconfirmed(boolean usual) {
        this.usual = usual;
    }

    /// The position taken unless somebody says otherwise: what the reference suggests.
    public boolean usual() {
        return usual;
    }

    /// As it is named on the command line: `keysPerToken`.
    public String switchName() {
        var words = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    static Set<Unconfirmed> usuallyOn() {
        var on = EnumSet.noneOf(Unconfirmed.class);
        Arrays.stream(values()).filter(Unconfirmed::usual).forEach(on::add);
        return on;
    }
}
