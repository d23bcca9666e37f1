package dev.quotetocash.xero;

import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.RemoteFailure;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.engine.Tokens;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.NewInvoice;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroContact;
import dev.quotetocash.mapping.XeroInvoice;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.sync.XeroInvoiceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Xero's accounting API for one organisation (docs/reference/xero-api.md). Where several calls make one
/// reply, its time is that of the first of them, so nothing in it is older; asking for nothing costs no call
/// and is answered in 1970.
public final class XeroClient implements XeroGateway {

    /// Invoices in one create request, and the bytes of one: docs/reference/xero-api.md, 1.2.
    static final int CREATE_MAX = 50;

    static final int REQUEST_BYTES_MAX = 3_500_000;

    /// Ids that fit into one address: docs/reference/xero-api.md, 1.5.
    static final int IDS_MAX = 40;

    private final XeroCalls calls;
    private final Optional<ZoneId> zone;

    /// `api` is the accounting base: `https://api.xero.com/api.xro/2.0`.
    public XeroClient(Http http, Tokens tokens, URI api, TenantId tenant) {
        this(http, tokens, api, tenant, Optional.empty());
    }

    /// `zone` takes the place of the zone that Xero names for the organisation.
    public XeroClient(Http http, Tokens tokens, URI api, TenantId tenant, Optional<ZoneId> zone) {
        this.calls = new XeroCalls(http, tokens, api, tenant);
        this.zone = zone;
    }

    @Override
    public Payload compose(NewInvoice invoice) {
        return NewInvoiceJson.compose(invoice);
    }

    /// A request that is too large is refused here, in the way in which Xero refuses one as a whole.
    @Override
    public Reply<List<Created>> createInvoices(List<Payload> composed, String idempotencyKey, Lane lane) {
        if (composed.isEmpty() || composed.size() > CREATE_MAX) {
            throw new IllegalArgumentException(composed.size() + " invoices in one request");
        }
        var body = Json.envelope("Invoices", composed);
        if (body.length > REQUEST_BYTES_MAX) {
            return new Reply.Failed<>(
                    new RemoteFailure.Rejected(List.of("The invoices are too large for one request to Xero.")));
        }
        return attempt(() -> {
            var answer = calls.put("/Invoices?summarizeErrors=false&unitdp=4", idempotencyKey, body, lane);
            return ok(answer.read(InvoiceJson::created), answer.at());
        });
    }

    /// Without an idempotency key: a repeat sets the same status, and a key would replay an old answer.
    @Override
    public Reply<Created> setStatus(XeroInvoiceId id, InvoiceStatus status, Lane lane) {
        return attempt(() -> {
            var answer = calls.post(
                    "/Invoices/" + XeroCalls.encoded(id.value()) + "?unitdp=4",
                    NewInvoiceJson.status(id, status),
                    lane);
            return ok(answer.read(InvoiceJson::changed), answer.at());
        });
    }

    /// More pages than the limit are a failure: half a look-up would read as "not there".
    @Override
    public Reply<List<XeroInvoice>> invoicesOfThisApp(Instant since, Lane lane) {
        return attempt(() -> {
            var first = Optional.<Instant>empty();
            var invoices = new ArrayList<XeroInvoice>();
            for (int page = 1; page <= LOOK_UP_PAGES_MAX; page++) {
                var answer = calls.getModified(list("createdByMyApp=true&", page), since, lane);
                invoices.addAll(answer.read(InvoiceJson::salesInvoices));
                first = first.or(() -> Optional.of(answer.at()));
                if (!page(answer, page).full()) return ok(List.copyOf(invoices), first.get());
            }
            throw new CallFailed(new RemoteFailure.Unavailable(true));
        });
    }

    @Override
    public Reply<List<XeroInvoice>> searchInvoices(String term, Lane lane) {
        return attempt(() -> {
            var answer = calls.get(
                    "/Invoices?searchTerm=" + XeroCalls.encoded(term)
                            + "&includeArchived=true&page=1&pageSize=100&unitdp=4",
                    lane);
            return ok(answer.read(InvoiceJson::listedInvoices), answer.at());
        });
    }

    /// With `page`, because a list without it has neither lines nor payments.
    @Override
    public Reply<List<XeroInvoice>> readInvoices(List<XeroInvoiceId> ids, Lane lane) {
        return attempt(() -> {
            var first = Optional.<Instant>empty();
            var invoices = new ArrayList<XeroInvoice>();
            for (int from = 0; from < ids.size(); from += IDS_MAX) {
                var chunk = ids.subList(from, Math.min(from + IDS_MAX, ids.size())).stream()
                        .map(id -> XeroCalls.encoded(id.value()))
                        .collect(Collectors.joining(","));
                var answer = calls.get("/Invoices?IDs=" + chunk + "&page=1&pageSize=" + IDS_MAX + "&unitdp=4", lane);
                invoices.addAll(answer.read(InvoiceJson::salesInvoices));
                first = first.or(() -> Optional.of(answer.at()));
            }
            return ok(List.copyOf(invoices), first.orElse(Instant.EPOCH));
        });
    }

    @Override
    public Reply<InvoicePage> sweepInvoices(Instant since, int page, Lane lane) {
        return attempt(() -> {
            var answer = calls.getModified(list("", page), since, lane);
            return ok(page(answer, page), answer.at());
        });
    }

    @Override
    public Reply<Optional<XeroContact>> contactByNumber(String contactNumber, Lane lane) {
        if (contactNumber.indexOf('"') >= 0 || contactNumber.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a contact number of ours: '" + contactNumber + "'");
        }
        return attempt(() -> {
            var where = XeroCalls.encoded("ContactNumber==\"" + contactNumber + "\"");
            var answer = calls.get("/Contacts?where=" + where + "&includeArchived=true&page=1", lane);
            return ok(answer.read(body -> ContactJson.withNumber(body, contactNumber)), answer.at());
        });
    }

    @Override
    public Payload composeContact(Customer customer, String contactNumber) {
        return ContactJson.compose(customer, contactNumber);
    }

    @Override
    public Reply<CreatedContact> createContact(Payload composed, String idempotencyKey, Lane lane) {
        return attempt(() -> {
            var body = Json.envelope("Contacts", List.of(composed));
            var answer = calls.put("/Contacts?summarizeErrors=false", idempotencyKey, body, lane);
            return ok(answer.read(ContactJson::created), answer.at());
        });
    }

    @Override
    public Reply<Organisation> readOrganisation(Lane lane) {
        return attempt(() -> {
            var answer = calls.get("/Organisation", lane);
            return ok(answer.read(body -> BooksJson.organisation(body, zone)), answer.at());
        });
    }

    @Override
    public Reply<Books> readBooks(Lane lane) {
        return attempt(() -> {
            var answer = calls.get("/Accounts", lane);
            var accounts = answer.read(BooksJson::revenueAccounts);
            var taxRates = calls.get("/TaxRates", lane).read(BooksJson::revenueTaxRates);
            var currencies = calls.get("/Currencies", lane).read(BooksJson::currencies);
            return ok(new Books(accounts, taxRates, currencies), answer.at());
        });
    }

    private static String list(String filter, int page) {
        return "/Invoices?" + filter + "page=" + page + "&pageSize=" + PAGE_SIZE
                + "&unitdp=4&order=UpdatedDateUTC%20ASC";
    }

    private static InvoicePage page(Answer answer, int page) throws CallFailed {
        return answer.read(body -> InvoiceJson.page(body, page, PAGE_SIZE));
    }

    private interface Steps<T> {
        Reply<T> run() throws CallFailed;
    }

    private static <T> Reply<T> attempt(Steps<T> steps) {
        try {
            return steps.run();
        } catch (CallFailed failed) {
            return new Reply.Failed<>(failed.failure());
        }
    }

    private static <T> Reply<T> ok(T value, Instant at) {
        return new Reply.Ok<>(value, at);
    }
}
