package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.quotetocash.sandbox.sim.StateJson;
import java.math.RoundingMode;
import java.util.ArrayList;

/// Facts that no source settles (reference/xero-api.md, section 16). A seed may flip each; the default is what
/// the reference suggests.
///
/// - `keysPerToken`: idempotency keys are scoped to the access token instead of the app
/// - `numbersAsText`: amounts sent as JSON strings are accepted
/// - `clampsPageSize`: a `pageSize` above 1000 is read as 1000 instead of refused
/// - `submittedBackToDraft`: a SUBMITTED invoice may become a DRAFT again
/// - `postByNumberEdits`: POST with a known InvoiceNumber and no InvoiceID edits that invoice instead of being refused
/// - `deadNumbersStayTaken`: a voided or deleted invoice keeps its number
/// - `approvalNeedsDueDate`: AUTHORISED without a DueDate is refused instead of due on the invoice date
/// - `taxRounding`: of a line's tax to two decimals
/// - `itemFillsAccount`: an ItemCode also fills the line's account
/// - `mergedIsArchived`: the source of a merge becomes ARCHIVED
/// - `tenantHeaderRequired`: a client-credentials call without `xero-tenant-id` is refused
/// - `missingScopeIs401`: a missing scope comes as 401 with `WWW-Authenticate` instead of 403
/// - `unchangedIs304`: nothing modified since comes as 304 instead of an empty list
/// - `paymentNotifiesInvoice`: a payment made or deleted sends INVOICE UPDATE
/// - `allocationMovesInvoice`: allocating a credit note moves the invoice's UpdatedDateUTC (section 13.3)
/// - `refusedBatchSavesRest`: the good elements of a batch refused as a whole are saved nevertheless
/// - `allocationNeedsDate`: an allocation without a Date is refused (schema) instead of taking the later one of
///   the two documents (page, section 3.2)
/// - `dueDateFollowsTerms`: without a DueDate the contact's payment terms count, then the invoice date (13.1)
/// - `minorlessIsWhole`: amounts of currencies without minor units (JPY) are rounded to whole units (6.4)
/// - `paymentEvents`: payments send events of category PAYMENT, without `data` (10.2)
/// - `approvalsPerMonth`: how many ACCREC invoices a month may be approved (20 on legacy plans); 0 is no limit
/// - `failureStallsStream`: while a webhook waits for its retry, none of the app is sent (10.1 infers it)
/// - `emailMovesInvoice`: an e-mail moves the stamp of an invoice without money applied (section 13.3)
/// - `noteMovesInvoice`: a history note moves an invoice's stamp (section 13.3)
/// - `attachmentMovesInvoice`: an attachment moves an invoice's stamp (section 13.3)
/// - `requestsUpTo10Megabytes`: request bodies may have 10 MB instead of 3.5 MB (section 1.2)
/// - `attachmentsUpTo25Megabytes`: an attachment may have 25 MB instead of 10 MB (section 3.2)
/// - `disconnectedIs403`: a call to a disconnected tenant comes as 403 instead of 401 (sections 9.3 and 11.3)
/// - `tenantHeaderHarms`: a client-credentials call with `xero-tenant-id` is refused (section 11.5)
/// - `unknownTrackingRefused`: unknown tracking on a line is refused instead of left out (no source)
/// - `unitdpOnQuotes`: `unitdp=4` counts for quotes too, which section 1.4 does not list
public record XeroSwitches(
        boolean keysPerToken,
        boolean numbersAsText,
        boolean clampsPageSize,
        boolean submittedBackToDraft,
        boolean postByNumberEdits,
        boolean deadNumbersStayTaken,
        boolean approvalNeedsDueDate,
        RoundingMode taxRounding,
        boolean itemFillsAccount,
        boolean mergedIsArchived,
        boolean tenantHeaderRequired,
        boolean missingScopeIs401,
        boolean unchangedIs304,
        boolean paymentNotifiesInvoice,
        boolean allocationMovesInvoice,
        boolean refusedBatchSavesRest,
        boolean allocationNeedsDate,
        boolean dueDateFollowsTerms,
        boolean minorlessIsWhole,
        boolean paymentEvents,
        int approvalsPerMonth,
        boolean failureStallsStream,
        boolean emailMovesInvoice,
        boolean noteMovesInvoice,
        boolean attachmentMovesInvoice,
        boolean requestsUpTo10Megabytes,
        boolean attachmentsUpTo25Megabytes,
        boolean disconnectedIs403,
        boolean tenantHeaderHarms,
        boolean unknownTrackingRefused,
        boolean unitdpOnQuotes) {

    public static XeroSwitches suggested() {
        return new Builder().build();
    }

    /// The same with one component changed, by its name. An [IllegalArgumentException] lists what there is.
    public XeroSwitches with(String name, String value) {
        var all = (ObjectNode) Json.parse(StateJson.write(this)).orElseThrow();
        if (!all.has(name)) {
            var names = new ArrayList<String>();
            all.fieldNames().forEachRemaining(names::add);
            throw new IllegalArgumentException("no such switch: xero." + name + "; there are " + names);
        }
        var changed = all.path(name).isTextual()
                ? TextNode.valueOf(value)
                : Json.parse(value).orElseThrow(() -> wrong(name, value));
        if (changed.getNodeType() != all.path(name).getNodeType()) throw wrong(name, value);
        return StateJson.read(Json.write(all.set(name, changed)), XeroSwitches.class);
    }

    private static IllegalArgumentException wrong(String name, String value) {
        return new IllegalArgumentException("not a value of the switch xero." + name + ": " + value);
    }

    /// The suggested values, to change some of them.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts from what the reference suggests.
    public static final class Builder {

        private boolean keysPerToken;
        private boolean numbersAsText = true;
        private boolean clampsPageSize;
        private boolean submittedBackToDraft;
        private boolean postByNumberEdits = true;
        private boolean deadNumbersStayTaken = true;
        private boolean approvalNeedsDueDate;
        private RoundingMode taxRounding = RoundingMode.HALF_UP;
        private boolean itemFillsAccount = true;
        private boolean mergedIsArchived = true;
        private boolean tenantHeaderRequired;
        private boolean missingScopeIs401;
        private boolean unchangedIs304;
        private boolean paymentNotifiesInvoice = true;
        private boolean allocationMovesInvoice = true;
        private boolean refusedBatchSavesRest;
        private boolean allocationNeedsDate = true;
        private boolean dueDateFollowsTerms = true;
        private boolean minorlessIsWhole;
        private boolean paymentEvents;
        private int approvalsPerMonth;
        private boolean failureStallsStream = true;
        private boolean emailMovesInvoice = true;
        private boolean noteMovesInvoice;
        private boolean attachmentMovesInvoice;
        private boolean requestsUpTo10Megabytes;
        private boolean attachmentsUpTo25Megabytes;
        private boolean disconnectedIs403;
        private boolean tenantHeaderHarms;
        private boolean unknownTrackingRefused;
        private boolean unitdpOnQuotes;

        private Builder() {}

        public Builder keysPerToken(boolean value) {
            keysPerToken = value;
            return this;
        }

        public Builder numbersAsText(boolean value) {
            numbersAsText = value;
            return this;
        }

        public Builder clampsPageSize(boolean value) {
            clampsPageSize = value;
            return this;
        }

        public Builder submittedBackToDraft(boolean value) {
            submittedBackToDraft = value;
            return this;
        }

        public Builder postByNumberEdits(boolean value) {
            postByNumberEdits = value;
            return this;
        }

        public Builder deadNumbersStayTaken(boolean value) {
            deadNumbersStayTaken = value;
            return this;
        }

        public Builder approvalNeedsDueDate(boolean value) {
            approvalNeedsDueDate = value;
            return this;
        }

        public Builder taxRounding(RoundingMode value) {
            taxRounding = value;
            return this;
        }

        public Builder itemFillsAccount(boolean value) {
            itemFillsAccount = value;
            return this;
        }

        public Builder mergedIsArchived(boolean value) {
            mergedIsArchived = value;
            return this;
        }

        public Builder tenantHeaderRequired(boolean value) {
            tenantHeaderRequired = value;
            return this;
        }

        public Builder missingScopeIs401(boolean value) {
            missingScopeIs401 = value;
            return this;
        }

        public Builder unchangedIs304(boolean value) {
            unchangedIs304 = value;
            return this;
        }

        public Builder paymentNotifiesInvoice(boolean value) {
            paymentNotifiesInvoice = value;
            return this;
        }

        public Builder allocationMovesInvoice(boolean value) {
            allocationMovesInvoice = value;
            return this;
        }

        public Builder refusedBatchSavesRest(boolean value) {
            refusedBatchSavesRest = value;
            return this;
        }

        public Builder allocationNeedsDate(boolean value) {
            allocationNeedsDate = value;
            return this;
        }

        public Builder dueDateFollowsTerms(boolean value) {
            dueDateFollowsTerms = value;
            return this;
        }

        public Builder minorlessIsWhole(boolean value) {
            minorlessIsWhole = value;
            return this;
        }

        public Builder paymentEvents(boolean value) {
            paymentEvents = value;
            return this;
        }

        public Builder approvalsPerMonth(int value) {
            approvalsPerMonth = value;
            return this;
        }

        public Builder failureStallsStream(boolean value) {
            failureStallsStream = value;
            return this;
        }

        public Builder emailMovesInvoice(boolean value) {
            emailMovesInvoice = value;
            return this;
        }

        public Builder noteMovesInvoice(boolean value) {
            noteMovesInvoice = value;
            return this;
        }

        public Builder attachmentMovesInvoice(boolean value) {
            attachmentMovesInvoice = value;
            return this;
        }

        public Builder requestsUpTo10Megabytes(boolean value) {
            requestsUpTo10Megabytes = value;
            return this;
        }

        public Builder attachmentsUpTo25Megabytes(boolean value) {
            attachmentsUpTo25Megabytes = value;
            return this;
        }

        public Builder disconnectedIs403(boolean value) {
            disconnectedIs403 = value;
            return this;
        }

        public Builder tenantHeaderHarms(boolean value) {
            tenantHeaderHarms = value;
            return this;
        }

        public Builder unknownTrackingRefused(boolean value) {
            unknownTrackingRefused = value;
            return this;
        }

        public Builder unitdpOnQuotes(boolean value) {
            unitdpOnQuotes = value;
            return this;
        }

        public XeroSwitches build() {
            return new XeroSwitches(
                    keysPerToken,
                    numbersAsText,
                    clampsPageSize,
                    submittedBackToDraft,
                    postByNumberEdits,
                    deadNumbersStayTaken,
                    approvalNeedsDueDate,
                    taxRounding,
                    itemFillsAccount,
                    mergedIsArchived,
                    tenantHeaderRequired,
                    missingScopeIs401,
                    unchangedIs304,
                    paymentNotifiesInvoice,
                    allocationMovesInvoice,
                    refusedBatchSavesRest,
                    allocationNeedsDate,
                    dueDateFollowsTerms,
                    minorlessIsWhole,
                    paymentEvents,
                    approvalsPerMonth,
                    failureStallsStream,
                    emailMovesInvoice,
                    noteMovesInvoice,
                    attachmentMovesInvoice,
                    requestsUpTo10Megabytes,
                    attachmentsUpTo25Megabytes,
                    disconnectedIs403,
                    tenantHeaderHarms,
                    unknownTrackingRefused,
                    unitdpOnQuotes);
        }
    }
}
