package dev.quotetocash.engine;

import dev.quotetocash.engine.ExactlyOnce.Answer;
import dev.quotetocash.engine.ExactlyOnce.Result;
import dev.quotetocash.mapping.Books;
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
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Sighting;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.XeroContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the Xero contact of a deal's customer: by cross reference, by our marker in ContactNumber, else by
/// creating it.
final class CustomerEngine {

    private static final String NAME_TAKEN = "is already assigned to another contact";

    private final Ports ports;
    private final EngineSettings settings;
    private final Creation protocol;
    private final ExactlyOnce exactlyOnce;

    CustomerEngine(Ports ports, EngineSettings settings, InvoiceSettings invoices) {
        this.ports = ports;
        this.settings = settings;
        this.protocol = new Creation(invoices.lookUpDelay());
        this.exactlyOnce = new ExactlyOnce(ports.links(), ports.telemetry(), protocol, ports.clock());
    }

    sealed interface Resolved {
        record Known(XeroContactId contact) implements Resolved {}

        record Blocked(Unmappable why) implements Resolved {}

        record NotYet(Outcome outcome) implements Resolved {}
    }

    /// `books` is reference data with the vendor's time of its answer: nothing that is created from now on is
    /// older.
    Resolved contactOf(Deal deal, Reply.Ok<Books> books) {
        var record = deal.companies().stream()
                .map(HubSpotCompanyId::ref)
                .findFirst()
                .or(() -> deal.contacts().stream().map(HubSpotContactId::ref).findFirst());
        if (record.isEmpty()) {
            return new Resolved.Blocked(new Unmappable(
                    Cause.MAPPING, "The deal has no company and no contact; add the customer who is to be billed."));
        }
        var link = ports.links().at(record.get());
        if (link.isPresent() && link.get().identity() instanceof Identity.Linked linked) {
            return new Resolved.Known(contactOf(linked));
        }
        if (link.isPresent() && link.get().work() instanceof Work.Intended) {
            return resume(link.get());
        }
        return switch (read(record.get(), deal.contacts())) {
            case Reply.Failed<Optional<Customer>>(var failure) ->
                new Resolved.NotYet(Outcome.after(failure, "reading a customer"));
            case Reply.Ok<Optional<Customer>>(var customer, var _)
            when customer.isEmpty() ->
                blocked(record.get(), "The deal's customer is archived or deleted; choose another company or contact.");
            case Reply.Ok<Optional<Customer>>(var customer, var _) -> find(customer.get(), link, books.at());
        };
    }

    /// Goes on with a creation whose time has come.
    Outcome due(LinkKey key) {
        var link = ports.links().get(key);
        if (link.isEmpty() || !(link.get().work() instanceof Work.Intended)) return Outcome.DONE;
        return resume(link.get()) instanceof Resolved.NotYet(Outcome outcome) ? outcome : Outcome.DONE;
    }

    private Resolved find(Customer customer, Optional<Link> link, Instant vendorNow) {
        if (customer.xeroName().isEmpty()) {
            return blocked(
                    customer.record(), "The deal's customer has no name; fill in the company's or contact's name.");
        }
        var number = customer.contactNumber(settings.pair().portal());
        return switch (ports.xero().contactByNumber(number, Lane.INVOICE)) {
            case Reply.Failed<Optional<XeroContact>>(var failure) ->
                new Resolved.NotYet(Outcome.after(failure, "finding a contact"));
            case Reply.Ok<Optional<XeroContact>>(var found, var _)
            when found.isPresent() -> {
                var row = link.orElseGet(() -> unsaved(customer.record(), new Work.Idle()));
                yield adopt(row, customer.record(), found.get());
            }
            case Reply.Ok<Optional<XeroContact>> _ -> create(customer, number, link, vendorNow);
        };
    }

    private Resolved create(Customer customer, String number, Optional<Link> link, Instant vendorNow) {
        var now = ports.clock().instant();
        var body = ports.xero().composeContact(customer, number);
        var refused = link.map(Link::work)
                .filter(work -> work instanceof Work.Parked(var _, var _, var _, Work.Intended _))
                .map(work -> (Work.Intended) ((Work.Parked) work).was());
        var intent = refused.map(before -> protocol.afterRefusal(before, body, vendorNow, now))
                .orElseGet(() -> protocol.first(body, vendorNow, now));
        var saved = link.map(row ->
                        ports.links().save(row.with(intent), row.identity().records(), List.of()))
                .orElseGet(() -> ports.links().create(unsaved(customer.record(), intent)));
        return switch (saved) {
            case Links.Saved.Stale() -> soon();
            case Links.Saved.Stored(Link stored) ->
                settle(exactlyOnce.send(stored, vendor(customer.record())), customer.record());
        };
    }

    private Resolved resume(Link link) {
        var record = hubspotRecord(link);
        return settle(exactlyOnce.resume(link, vendor(record)), record);
    }

    private Resolved settle(Result<XeroContact> result, RecordRef record) {
        return switch (result) {
            case Result.Made<XeroContact>(Link link, XeroContact contact) -> adopt(link, record, contact);
            case Result.Waiting<XeroContact>(Duration delay) -> new Resolved.NotYet(Outcome.later(delay));
            case Result.Refused<XeroContact>(Link link, var errors) -> {
                var taken = errors.stream().anyMatch(error -> error.contains(NAME_TAKEN));
                yield park(
                        link,
                        record,
                        taken
                                ? "Another contact in Xero has this customer's name; ask finance whether it is the same"
                                        + " one, and rename one of them."
                                : "Xero refuses this customer; ask finance to look at: " + String.join("; ", errors));
            }
            case Result.Stuck<XeroContact>(Link link, String why) ->
                park(link, record, "The customer could not be created in Xero, because " + why + "; ask the operator.");
        };
    }

    private Resolved park(Link link, RecordRef record, String reason) {
        ports.telemetry().count(Telemetry.Metric.PARKED, 1);
        var recheck = ports.clock().instant().plus(settings.recheck());
        var parked = new Work.Parked(Cause.customer(record), reason, recheck, link.work());
        return save(link.with(parked), link) instanceof Links.Saved.Stored ? blocked(record, reason) : soon();
    }

    private Resolved adopt(Link link, RecordRef record, XeroContact contact) {
        if (contact.mergedInto().isPresent())
            return linked(link, record, contact.mergedInto().get());
        if (!contact.active()) {
            return blocked(record, "The deal's customer is archived in Xero; ask finance to restore the contact.");
        }
        return linked(link, record, contact.id());
    }

    private Resolved linked(Link link, RecordRef record, XeroContactId contact) {
        var next =
                link.with(new Identity.Linked(List.of(record, contact.ref()))).with(new Work.Idle());
        var saved = link.version() == 0 ? ports.links().create(next) : save(next, link);
        return saved instanceof Links.Saved.Stored ? new Resolved.Known(contact) : soon();
    }

    private ExactlyOnce.Vendor<XeroContact> vendor(RecordRef record) {
        var number = "hs-" + settings.pair().portal().value() + "-" + record.kind() + "-" + record.id();
        return new ExactlyOnce.Vendor<>() {
            @Override
            public Reply<Answer<XeroContact>> send(Work.Intended intent) {
                var key = IdempotencyKey.of(record.toString(), intent);
                return ports.xero()
                        .createContact(intent.body(), key, Lane.INVOICE)
                        .map(created -> switch (created) {
                            case XeroGateway.CreatedContact.Accepted(XeroContact contact) -> new Answer.Made<>(contact);
                            case XeroGateway.CreatedContact.Refused(var errors) -> new Answer.Refused<>(errors);
                        });
            }

            @Override
            public Reply<List<XeroContact>> lookUp(Work.Intended intent) {
                return ports.xero()
                        .contactByNumber(number, Lane.INVOICE)
                        .map(found -> found.stream().toList());
            }
        };
    }

    /// A company's billing contact is the labelled one, else the deal's, else any of the company's.
    private Reply<Optional<Customer>> read(RecordRef record, List<HubSpotContactId> dealContacts) {
        if (record.kind().equals("contact")) {
            return person(new HubSpotContactId(record.id()))
                    .map(found -> found.map(person -> {
                        var name = String.join(
                                " ",
                                List.of(
                                        person.firstName().orElse(""),
                                        person.lastName().orElse("")));
                        return new Customer(
                                record,
                                name.isBlank() ? person.email().orElse("") : name,
                                person.email(),
                                person.firstName(),
                                person.lastName());
                    }));
        }
        return switch (ports.hubspot().readCompany(new HubSpotCompanyId(record.id()), Lane.INVOICE)) {
            case Reply.Failed<Sighting<HubSpotGateway.Company>>(var failure) -> new Reply.Failed<>(failure);
            case Reply.Ok<Sighting<HubSpotGateway.Company>>(var sighting, var at) -> {
                if (sighting.present().isEmpty()) yield new Reply.Ok<>(Optional.empty(), at);
                var company = sighting.present().get();
                var candidates = new ArrayList<>(company.billing());
                candidates.addAll(dealContacts);
                candidates.addAll(company.contacts());
                if (candidates.isEmpty()) {
                    yield new Reply.Ok<>(
                            Optional.of(new Customer(
                                    record, company.name(), Optional.empty(), Optional.empty(), Optional.empty())),
                            at);
                }
                yield person(candidates.getFirst())
                        .map(found -> Optional.of(new Customer(
                                record,
                                company.name(),
                                found.flatMap(HubSpotGateway.Person::email),
                                found.flatMap(HubSpotGateway.Person::firstName),
                                found.flatMap(HubSpotGateway.Person::lastName))));
            }
        };
    }

    private Reply<Optional<HubSpotGateway.Person>> person(HubSpotContactId id) {
        return ports.hubspot().readContact(id, Lane.INVOICE).map(Sighting::present);
    }

    private Link unsaved(RecordRef record, Work work) {
        return Link.unsaved(LinkKey.customer(ports.newId().get()), new Identity.Unlinked(List.of(record)), work);
    }

    private Links.Saved save(Link next, Link read) {
        return ports.links().save(next, read.identity().records(), List.of());
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

    private static Resolved soon() {
        return new Resolved.NotYet(Outcome.later(Duration.ofSeconds(1)));
    }
}
