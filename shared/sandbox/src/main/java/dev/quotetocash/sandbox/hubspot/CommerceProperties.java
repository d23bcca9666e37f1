package dev.quotetocash.sandbox.hubspot;

import java.util.Map;

/// The properties of quotes, invoices, payments and what belongs to them (sections 15.2, 15.3, 15.5, 15.6), in
/// the form that [StandardProperties] reads.
final class CommerceProperties {

    private static final String QUOTE = """
            hs_title string text
            hs_quote_number string text readonly
            hs_status enumeration select DRAFT APPROVAL_NOT_NEEDED PENDING_APPROVAL APPROVED REJECTED ACCEPTED
            hs_template_type enumeration select CUSTOMIZABLE_QUOTE_TEMPLATE CPQ_QUOTE
            hs_expiration_date date date
            hs_currency enumeration select external
            hs_quote_amount number number calculated
            hs_language enumeration select external
            hs_locale enumeration select external
            hs_terms string textarea
            hs_comments string textarea
            hs_quote_link string text readonly
            hs_pdf_download_link string text readonly
            hs_public_url_key string text readonly
            hs_locked bool booleancheckbox calculated true false
            hs_esign_enabled bool booleancheckbox true false
            hs_esign_num_signers_required number number
            hs_esign_num_signers_completed number number readonly
            hs_esign_date datetime date readonly
            hs_payment_status enumeration select readonly PENDING PAID
            hs_payment_date datetime date readonly
            hs_acceptance_method enumeration select clickwrap esignature print_and_sign
            hs_billing_enabled bool booleancheckbox true false
            hs_net_payment_terms number number
            hs_contract_effective_start_date date date
            """;
    private static final String INVOICE = """
            hs_title string text
            hs_currency enumeration select external
            hs_invoice_status enumeration select draft open paid voided
            hs_invoice_date datetime date
            hs_due_date datetime date
            hs_number string text readonly
            hs_purchase_order_number string text
            hs_comments string textarea
            hs_tax_id string text
            hs_amount_billed number number calculated
            hs_amount_paid number number calculated
            hs_balance_due number number calculated
            hs_invoice_link string text readonly
            hs_pdf_download_link string text readonly
            hs_invoice_billable bool booleancheckbox true false
            hs_external_recipient string text
            """;
    private static final String PAYMENT = """
            hs_initial_amount number number
            hs_currency_code enumeration select external
            hs_latest_status enumeration select external
            hs_initiated_date datetime date
            hs_external_reference_id string text
            """;
    private static final String ADJUSTMENT = """
            hs_type enumeration select PERCENT FIXED
            hs_value number number
            hs_label string text
            hs_sort_order number number
            """;

    static final Map<ObjectType, String> OF = Map.of(
            ObjectType.QUOTE, QUOTE,
            ObjectType.INVOICE, INVOICE,
            ObjectType.PAYMENT, PAYMENT,
            ObjectType.DISCOUNT, ADJUSTMENT,
            ObjectType.FEE, ADJUSTMENT,
            ObjectType.TAX, ADJUSTMENT,
            ObjectType.QUOTE_TEMPLATE, "hs_name string text\nhs_active bool booleancheckbox true false\n",
            ObjectType.SUBSCRIPTION, "hs_name string text\nhs_status enumeration select external\n");

    private CommerceProperties() {}
}
