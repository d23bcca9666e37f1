package dev.quotetocash.engine;

import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.NewInvoice;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroContact;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.XeroInvoiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the engine needs of Xero. One call each unless it says otherwise; nothing is retried here.
public interface XeroGateway {

    /// An invoice as the element of a create request, to be kept and sent unchanged.
    Payload compose(NewInvoice invoice);

    /// `PUT /Invoices?summarizeErrors=false&unitdp=4` with the composed elements, at most 50. The answer's
    /// elements may come in any order.
    Reply<List<Created>> createInvoices(List<Payload> composed, String idempotencyKey, Lane lane);

    /// `POST /Invoices/{id}` with a status only.
    Reply<Created> setStatus(XeroInvoiceId id, InvoiceStatus status, Lane lane);

    /// Sales invoices that this app created, modified at or after `since`, in full: `createdByMyApp=true`, as
    /// many pages of 1,000 as there are, at most [#LOOK_UP_PAGES_MAX].
    Reply<List<XeroInvoice>> invoicesOfThisApp(Instant since, Lane lane);

    int LOOK_UP_PAGES_MAX = 20;

    /// Sales invoices whose number or reference contains `term`, in full, at most 100. An answer without a list
    /// fails.
    Reply<List<XeroInvoice>> searchInvoices(String term, Lane lane);

    /// Full reads by id, chunks of 40. Ids that Xero does not know, bills, and documents that cannot be read
    /// are left out.
    Reply<List<XeroInvoice>> readInvoices(List<XeroInvoiceId> ids, Lane lane);

    /// One page of 1,000 sales invoices and bills modified at or after `since` (whole seconds), oldest first.
    Reply<InvoicePage> sweepInvoices(Instant since, int page, Lane lane);

    /// The contact with this number, archived ones too.
    Reply<Optional<XeroContact>> contactByNumber(String contactNumber, Lane lane);

    Payload composeContact(Customer customer, String contactNumber);

    /// `PUT /Contacts` with one composed element.
    Reply<CreatedContact> createContact(Payload composed, String idempotencyKey, Lane lane);

    /// One call.
    Reply<Organisation> readOrganisation(Lane lane);

    /// Accounts, tax rates and currencies: three calls.
    Reply<Books> readBooks(Lane lane);

    /// One element of a write's answer.
    sealed interface Created {
        record Accepted(XeroInvoice invoice) implements Created {}

        /// `url` is the element's own, empty if Xero did not repeat it. The errors are Xero's words.
        record Refused(String url, List<String> errors) implements Created {}
    }

    sealed interface CreatedContact {
        record Accepted(XeroContact contact) implements CreatedContact {}

        record Refused(List<String> errors) implements CreatedContact {}
    }

    /// What a sweep needs of a row. Nothing else is read there, so that no odd document stops it. `live` is a
    /// sales invoice that is neither voided nor deleted; `url` is empty where there is none.
    record Change(XeroInvoiceId id, Instant modifiedAt, String url, boolean live) {}

    /// A page that is not `full` is the last one.
    record InvoicePage(List<Change> changes, boolean full) {}

    int PAGE_SIZE = 1000;
}
