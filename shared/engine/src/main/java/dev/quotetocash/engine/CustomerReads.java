package dev.quotetocash.engine;

import dev.quotetocash.mapping.Customer;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The HubSpot side of a customer: a company with its billing contact, or a person.
final class CustomerReads {

    private final HubSpotGateway hubspot;

    CustomerReads(HubSpotGateway hubspot) {
        this.hubspot = hubspot;
    }

    /// Empty if the record is archived or gone.
    Reply<Optional<Customer>> customer(RecordRef record, List<HubSpotContactId> dealContacts) {
        return record.kind().equals("company")
                ? company(record, dealContacts)
                : person(new HubSpotContactId(record.id()))
                        .map(found -> found.map(person -> asCustomer(record, person)));
    }

    /// The billing contact is the labelled one, else the deal's, else any of the company's.
    private Reply<Optional<Customer>> company(RecordRef record, List<HubSpotContactId> dealContacts) {
        return switch (hubspot.readCompany(new HubSpotCompanyId(record.id()), Lane.INVOICE)) {
            case Reply.Failed<Sighting<HubSpotGateway.Company>>(var failure) -> new Reply.Failed<>(failure);
            case Reply.Ok<Sighting<HubSpotGateway.Company>>(var sighting, var at) -> {
                if (sighting.present().isEmpty()) yield new Reply.Ok<>(Optional.empty(), at);
                var company = sighting.present().get();
                var contacts = new ArrayList<>(company.billing());
                contacts.addAll(dealContacts);
                contacts.addAll(company.contacts());
                if (contacts.isEmpty()) {
                    yield new Reply.Ok<>(Optional.of(asCustomer(record, company, Optional.empty())), at);
                }
                yield person(contacts.getFirst()).map(person -> Optional.of(asCustomer(record, company, person)));
            }
        };
    }

    private Reply<Optional<HubSpotGateway.Person>> person(HubSpotContactId id) {
        return hubspot.readContact(id, Lane.INVOICE).map(Sighting::present);
    }

    private static Customer asCustomer(RecordRef record, HubSpotGateway.Person person) {
        var name = (person.firstName().orElse("") + " " + person.lastName().orElse("")).strip();
        return new Customer(
                record,
                name.isEmpty() ? person.email().orElse("") : name,
                person.email(),
                person.firstName(),
                person.lastName());
    }

    private static Customer asCustomer(
            RecordRef record, HubSpotGateway.Company company, Optional<HubSpotGateway.Person> billing) {
        return new Customer(
                record,
                company.name(),
                billing.flatMap(HubSpotGateway.Person::email),
                billing.flatMap(HubSpotGateway.Person::firstName),
                billing.flatMap(HubSpotGateway.Person::lastName));
    }
}
