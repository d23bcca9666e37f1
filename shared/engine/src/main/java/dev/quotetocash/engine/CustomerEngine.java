package dev.quotetocash.engine;

import dev.quotetocash.engine.ExactlyOnce.Answer;
import dev.quotetocash.engine.ExactlyOnce.Result;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.Unmappable;
import dev.quotetocash.mapping.XeroContact;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Creation;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds the Xero contact of a deal's customer: by cross reference, by our marker in ContactNumber, else by
/// creating it.
final class CustomerEngine {

    private static final int DEALS_MAX = 1000;
    private static final String NAME_TAKEN = "is already assigned to another contact";

    private final Ports ports;
    private final OpenWork links;
    private final EngineSettings settings;
    private final CustomerReads reads;
    private final Creation protocol;
    private final ExactlyOnce exactlyOnce;

    CustomerEngine(Ports ports, OpenWork links, EngineSettings settings, InvoiceSettings invoices) {
        this.ports = ports;
        this.links = links;
        this.settings = settings;
        this.reads = new CustomerReads(ports.hubspot());
        this.protocol = new Creation(invoices.lookUpDelay());
        this.exactlyOnce = new ExactlyOnce(links, ports.telemetry(), protocol, ports.clock());
    }

    sealed interface Resolved {
        record Known(XeroContactId contact) implements Resolved {}

        record Blocked(Unmappable why) implements Resolved {}

        /// The customer's own link is looked at again by itself, at `until`.
        record Waiting(Instant until) implements Resolved {}

        record NotYet(Outcome outcome) implements Resolved {}
    }

    /// Nothing that is created from now on is older in Xero than `since`.
    Resolved contactOf(Deal deal, Instant since) {
        var record = deal.companies().stream()
                .map(HubSpotCompanyId::ref)
                .findFirst()
                .or(() -> deal.contacts().stream().map(HubSpotContactId::ref).findFirst());
        if (record.isEmpty()) {
            return new Resolved.Blocked(new Unmappable(
                    Cause.MAPPING, "The deal has no company and no contact; add the customer who is to be billed."));
        }
        var link = links.at(record.get())
                .orElseGet(() -> Link.unsaved(
                        LinkKey.customer(ports.newId().get()),
                        new Identity.Unlinked(List.of(record.get())),
                        new Work.Idle()));
        if (link.identity() instanceof Identity.Linked linked) return new Resolved.Known(contactOf(linked));
        if (isOpen(link.work())) return resume(link);
        return switch (reads.customer(record.get(), deal.contacts())) {
            case Reply.Failed<Optional<Customer>>(var failure) ->
                new Resolved.NotYet(Outcome.after(failure, "reading a customer"));
            case Reply.Ok<Optional<Customer>>(var customer, var _)
            when customer.isEmpty() ->
                blocked(record.get(), "The deal's customer is archived or deleted; choose another company or contact.");
            case Reply.Ok<Optional<Customer>>(var customer, var _)
            when customer.get().xeroName().isEmpty() ->
                blocked(record.get(), "The deal's customer has no name; fill in the company's or contact's name.");
            case Reply.Ok<Optional<Customer>>(var customer, var _) -> find(customer.get(), link, since);
        };
    }

    /// Goes on with a customer whose time has come, and wakes the deals that waited for it once it is known.
    Outcome due(LinkKey key) {
        var link = links.get(key);
        if (link.isEmpty()) return Outcome.DONE;
        return switch (dueNow(link.get())) {
            case Resolved.NotYet(Outcome outcome) -> outcome;
            case Resolved.Blocked _, Resolved.Waiting _ -> Outcome.DONE;
            case Resolved.Known _ -> {
                wake(Cause.customer(hubspotRecord(link.get())));
                yield Outcome.DONE;
            }
        };
    }

    private Resolved dueNow(Link link) {
        var record = hubspotRecord(link);
        return switch (link.work()) {
            case Work work when isOpen(work) -> resume(link);
            case Work.Parked(var _, var _, var _, Work.Intended refused, var _) ->
                seek(link, record, refused.body(), refused.since());
            // Nothing was sent yet: the deals that need the customer try again by themselves.
            case Work.Parked parked -> park(link, record, parked.reason());
            case Work _ -> new Resolved.NotYet(Outcome.DONE);
        };
    }

    private void wake(Cause cause) {
        var deals = links.waitingFor(cause, DEALS_MAX).stream()
                .filter(key -> !key.isCustomer())
                .map(LinkKey::value)
                .toList();
        var now = ports.clock().instant();
        if (!deals.isEmpty()) {
            ports.notices().enqueue(Notice.chunks(Notice.Kind.LINK, deals, "customer", now), Duration.ZERO);
        }
    }

    /// A contact may exist that we do not know: nothing else is decided before that is.
    private static boolean isOpen(Work work) {
        return work instanceof Work.Intended
                || (work instanceof Work.Parked(var _, var _, var _, Work.Intended was, var _)
                        && was.phase() instanceof Work.Phase.Unknown);
    }

    private Resolved find(Customer customer, Link link, Instant vendorNow) {
        var number = customer.contactNumber(settings.pair().portal());
        var body = ports.xero().composeContact(customer, number);
        if (link.work() instanceof Work.Parked(var _, var reason, Instant recheckAt, Work.Intended refused, var _)
                && refused.body().equals(body)
                && ports.clock().instant().isBefore(recheckAt)) {
            // Xero has refused this very contact, and nobody expects another answer yet.
            return blocked(customer.record(), reason);
        }
        return seek(link, customer.record(), body, vendorNow);
    }

    /// By our number, else by creating it with `body`.
    private Resolved seek(Link link, RecordRef record, Payload body, Instant since) {
        var number = Customer.contactNumber(settings.pair().portal(), record);
        return switch (ports.xero().contactByNumber(number, Lane.INVOICE)) {
            case Reply.Failed<Optional<XeroContact>>(var failure) ->
                new Resolved.NotYet(Outcome.after(failure, "finding a contact"));
            case Reply.Ok<Optional<XeroContact>>(var found, var _)
            when found.isPresent() -> adopt(link, record, found.get());
            case Reply.Ok<Optional<XeroContact>> _ -> {
                var now = ports.clock().instant();
                var intent = link.work() instanceof Work.Parked(var _, var _, var _, Work.Intended refused, var _)
                        ? protocol.inPlaceOf(refused, body, since, now)
                        : protocol.first(body, since, now);
                yield switch (save(link.with(intent), link)) {
                    case Links.Saved.Stale() -> new Resolved.NotYet(Outcome.OVERTAKEN);
                    case Links.Saved.Stored(Link stored) ->
                        settle(exactlyOnce.send(stored, vendor(record)), record, link.work());
                };
            }
        };
    }

    private Resolved resume(Link link) {
        var record = hubspotRecord(link);
        var open = link.work() instanceof Work.Parked parked ? link.with(parked.was()) : link;
        return settle(exactlyOnce.resume(open, vendor(record)), record, link.work());
    }

    /// `before` is what was open before this try.
    private Resolved settle(Result<XeroContact> result, RecordRef record, Work before) {
        return switch (result) {
            case Result.Made<XeroContact>(Link link, XeroContact contact) -> adopt(link, record, contact);
            case Result.Waiting<XeroContact>(Instant until) -> new Resolved.Waiting(until);
            case Result.Unseen<XeroContact>(Duration delay) ->
                new Resolved.NotYet(Outcome.later(delay, "what became of a create cannot be seen"));
            case Result.Refused<XeroContact>(Link link, var errors) ->
                park(
                        link.with(Work.Parked.tried(before, (Work.Intended) link.work())),
                        record,
                        errors.stream().anyMatch(error -> error.contains(NAME_TAKEN))
                                ? "Another contact in Xero has this customer's name; ask finance whether it is the same"
                                        + " one, and rename one of them."
                                : VendorWords.sentence("Xero refuses this customer", errors));
            case Result.Stuck<XeroContact>(Link link, String why) ->
                park(
                        link.with(Work.Parked.tried(before, (Work.Intended) link.work())),
                        record,
                        "The customer could not be created in Xero, because " + why + "; ask the operator.");
        };
    }

    private Resolved park(Link link, RecordRef record, String reason) {
        ports.telemetry().count(Telemetry.Metric.PARKED, 1);
        var parked = Work.Parked.after(
                link.work(),
                Cause.customer(record),
                reason,
                settings.recheck(),
                ports.clock().instant());
        return save(link.with(parked), link) instanceof Links.Saved.Stored
                ? blocked(record, reason)
                : new Resolved.NotYet(Outcome.OVERTAKEN);
    }

    private Resolved adopt(Link link, RecordRef record, XeroContact contact) {
        if (contact.mergedInto().isEmpty() && !contact.active()) {
            return park(link, record, "The deal's customer is archived in Xero; ask finance to restore the contact.");
        }
        var id = contact.mergedInto().orElse(contact.id());
        var other = links.at(id.ref()).filter(owner -> !owner.key().equals(link.key()));
        if (other.isPresent()) {
            return park(
                    link,
                    record,
                    "This customer and another one are the same contact in Xero; merge them in HubSpot, or ask finance.");
        }
        var next = link.with(new Identity.Linked(List.of(record, id.ref()))).with(new Work.Idle());
        return save(next, link) instanceof Links.Saved.Stored
                ? new Resolved.Known(id)
                : new Resolved.NotYet(Outcome.OVERTAKEN);
    }

    private ExactlyOnce.Vendor<XeroContact> vendor(RecordRef record) {
        var number = Customer.contactNumber(settings.pair().portal(), record);
        return new ExactlyOnce.Vendor<>() {
            @Override
            public Reply<List<Answer<XeroContact>>> send(List<Link> links) {
                var intent = (Work.Intended) links.getFirst().work();
                return ports.xero()
                        .createContact(intent.body(), IdempotencyKey.of(links), Lane.INVOICE)
                        .map(created -> List.of(
                                switch (created) {
                                    case XeroGateway.CreatedContact.Accepted(XeroContact contact) ->
                                        new Answer.Made<>(contact);
                                    case XeroGateway.CreatedContact.Refused(var errors) -> new Answer.Refused<>(errors);
                                }));
            }

            @Override
            public Reply<List<XeroContact>> lookUp(Link link, Work.Intended intent) {
                return ports.xero()
                        .contactByNumber(number, Lane.INVOICE)
                        .map(found -> found.stream().toList());
            }

            /// By the same number: the first look is a search already.
            @Override
            public Reply<List<XeroContact>> lookAgain(Link link, Work.Intended intent) {
                return lookUp(link, intent);
            }
        };
    }

    private Links.Saved save(Link next, Link read) {
        return read.version() == 0
                ? links.create(next, List.of())
                : links.save(next, read.identity().records(), List.of());
    }

    private static RecordRef hubspotRecord(Link link) {
        return link.identity().records().stream()
                .filter(record -> record.system().equals("hubspot"))
                .findFirst()
                .orElseThrow();
    }

    private static XeroContactId contactOf(Identity.Linked linked) {
        return new XeroContactId(linked.record("xero", "contact").orElseThrow().id());
    }

    private static Resolved blocked(RecordRef record, String reason) {
        return new Resolved.Blocked(new Unmappable(Cause.customer(record), reason));
    }
}
