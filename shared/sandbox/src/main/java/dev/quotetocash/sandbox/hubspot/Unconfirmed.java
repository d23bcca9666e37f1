package dev.quotetocash.sandbox.hubspot;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Facts that the reference calls UNCONFIRMED or reports only from the field (section 20), each a switch. A
/// client must live with both positions.
public enum Unconfirmed {
    /// The key of line items in `associations` is `line items`; off, `line_items` (3.1).
    LINE_ITEMS_KEY_HAS_SPACE(true),
    /// `toObjectId` is a JSON number; off, a string (5.1).
    TO_OBJECT_ID_IS_NUMBER(false),
    /// The association list is served on 2026-09; off, 404 there (2).
    ASSOCIATION_LIST_ON_2026_09(true),
    /// Batch read of associations reports ids that have none with a 207; off, they are only absent (5.1).
    NO_ASSOCIATIONS_IS_AN_ERROR(true),
    /// That error has a `status` and a `message`; off, nothing but its categories and the id (5.1).
    NO_ASSOCIATIONS_ERROR_HAS_TEXT(true),
    /// What a person associates in the user interface reaches the API's reads as late as search (18).
    UI_ASSOCIATIONS_SHOW_LATE(false),
    /// Batch read of records reports missing ids with a 207; off, they are only absent (3.3).
    BATCH_READ_REPORTS_MISSING(true),
    /// Results of a batch come back in another order than the inputs (3.3).
    BATCH_RESULTS_SHUFFLED(false),
    /// A 404 for a missing record has an envelope; off, an empty body (3.1).
    NOT_FOUND_HAS_BODY(true),
    /// A unique value that is taken gives 409 CONFLICT; off, 400 with code CONFLICTING_UNIQUE_VALUE (8).
    UNIQUE_VALUE_CONFLICT_IS_409(true),
    /// Products' `hs_sku`, line items' `hs_external_id` and payments' `hs_external_reference_id` are unique and
    /// usable as `idProperty` (6).
    BUILT_IN_UNIQUE_IDS(false),
    /// Companies' `domain` is usable as `idProperty`, though nobody enforces that it is unique (6).
    COMPANY_DOMAIN_IS_AN_ID(false),
    /// Line items may have unique custom properties (6).
    UNIQUE_PROPERTIES_ON_LINE_ITEMS(false),
    /// Quotes may have unique custom properties (6).
    UNIQUE_PROPERTIES_ON_QUOTES(false),
    /// Invoices may have unique custom properties, as a field report has it (6, 18).
    UNIQUE_PROPERTIES_ON_INVOICES(true),
    /// A list holds at most 100 records; off, 500 (3.1).
    LIST_MAXIMUM_IS_100(true),
    /// A search takes any number of sorts; off, one (4).
    SEARCH_TAKES_MANY_SORTS(false),
    /// A search takes six filter groups, as another HubSpot text says; off, five (4).
    SEARCH_TAKES_SIX_GROUPS(false),
    /// The API can set an invoice to paid or voided; off, it only opens a draft (15.5).
    INVOICE_CLOSED_BY_API(false),
    /// Status, amounts and balance of an invoice that is not billable can be written (15.5).
    NON_BILLABLE_INVOICE_WRITABLE(false),
    /// A payment that is associated with an invoice pays it (15.6).
    PAYMENTS_PAY_INVOICES(false),
    /// A 429 carries `Retry-After` (14).
    RATE_LIMIT_HAS_RETRY_AFTER(false),
    /// A 429 carries `"category":"RATE_LIMITS"` (14).
    RATE_LIMIT_HAS_CATEGORY(false),
    /// The text of a ten-second 429 says `ten_secondly_rolling`; off, `secondly` (14).
    RATE_LIMIT_TEXT_NAMES_POLICY(true),
    /// A refresh gives a new refresh token and ends the old one; off, it repeats the old one (13.1).
    REFRESH_TOKENS_ROTATE(false),
    /// Error bodies lack members, by chance of the seed, for every member is optional (8).
    ERRORS_LEAVE_OUT_MEMBERS(false),
    /// `hubspot.fetch` appends `userEmail` and `appId` besides `userId` and `portalId` (17).
    CARD_FETCH_TELLS_EMAIL_AND_APP(true),
    /// Admin validation rules are enforced on versions before 2026-09 too (8).
    WRITE_RULES_ON_OLDER_VERSIONS(false),
    /// A merge gives the survivor a new id; off, it keeps the primary record's (15.8).
    MERGE_GIVES_NEW_ID(true),
    /// Unique values of a merge's loser fill gaps of the survivor; off, they vanish (15.8).
    MERGE_MOVES_UNIQUE_VALUES(true),
    /// The first company associated with a deal or contact becomes its primary one (5.2).
    FIRST_COMPANY_BECOMES_PRIMARY(false),
    /// Calculated properties emit webhooks of their own (15.1).
    CALCULATED_PROPERTIES_EMIT(false),
    /// A change of a calculated property alone moves the last-modified property (15.7).
    CALCULATED_MOVES_LAST_MODIFIED(true),
    /// A deal's `amount` follows its line items (15.1).
    DEAL_AMOUNT_FOLLOWS_LINE_ITEMS(false),
    /// Line items have `hs_tax_amount`, `hs_post_tax_amount` and `hs_tax_label`; off, nothing of these names
    /// (15.2).
    LINE_ITEMS_SHOW_TAX(true),
    /// Quotes have `hs_esign_...` and `hs_payment_...`; off, nothing of these names (15.3).
    QUOTES_SHOW_SIGNATURES_AND_PAYMENT(true),
    /// Products have an `hs_price_...` for each currency; off, only `price` (15.4).
    PRODUCTS_HAVE_PRICES_PER_CURRENCY(true),
    /// Tasks have `hs_task_...`; off, nothing of these names (16.2).
    TASK_PROPERTIES_ARE_NAMED_SO(true),
    /// Webhooks carry the v3 signature besides v1 (10.2).
    WEBHOOKS_SIGNED_V3(true),
    /// Webhooks on quotes and invoices, which are generic ones only, come to a private app; off, never (9.3, 20).
    QUOTES_AND_INVOICES_EMIT(true),
    /// Events of creation, deletion and the like carry `changeFlag` (9.2).
    EVENTS_CARRY_CHANGE_FLAG(true),
    /// The `changeFlag` of a creation is `NEW`; off, `CREATED` (9.2).
    CHANGE_FLAG_SAYS_NEW(false),
    /// Events carry `sourceId` (9.2).
    EVENTS_CARRY_SOURCE_ID(true),
    /// Events of a property carry `isSensitive` (9.2).
    EVENTS_CARRY_IS_SENSITIVE(true),
    /// Generic events of an association say the types of both ends and of the association (9.2, 20).
    ASSOCIATION_EVENTS_NAME_TYPES(true),
    /// An association change is told from both sides; off, only from the subscribed one (9.2).
    ASSOCIATION_EVENTS_FROM_BOTH_SIDES(true),
    /// The type member of events is `subscriptionType`; off, `eventType` (9.2).
    EVENTS_NAME_SUBSCRIPTION_TYPE(true);

    private final boolean usual;

    Unconfirmed(boolean usual) {
        this.usual = usual;
    }

    /// The position taken unless a test says otherwise.
    public boolean usual() {
        return usual;
    }

    static Set<Unconfirmed> usuallyOn() {
        var on = EnumSet.noneOf(Unconfirmed.class);
        Arrays.stream(values()).filter(Unconfirmed::usual).forEach(on::add);
        return on;
    }
}
