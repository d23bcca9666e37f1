package dev.quotetocash.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.engine.HubSpotGateway.Company;
import dev.quotetocash.engine.HubSpotGateway.Person;
import dev.quotetocash.hubspot.AssociationJson.Association;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import java.util.List;
import java.util.stream.Stream;

/// Companies and contacts, as far as customers need them.
final class CustomerJson {

    static final List<String> COMPANY_PROPERTIES = List.of("name");
    static final List<String> CONTACT_PROPERTIES = List.of("email", "firstname", "lastname");

    private CustomerJson() {}

    static HubSpotCompanyId companyId(JsonNode body) {
        return new HubSpotCompanyId(Json.text(body, "id"));
    }

    static Company company(JsonNode body, List<Association> contacts) {
        var billing = contacts.stream().filter(contact -> contact.types().contains(AssociationJson.BILLING_CONTACT));
        return new Company(
                companyId(body),
                Json.optional(body.path("properties"), "name").orElse(""),
                ids(billing),
                ids(contacts.stream()));
    }

    static Person person(JsonNode body) {
        var properties = body.path("properties");
        return new Person(
                new HubSpotContactId(Json.text(body, "id")),
                Json.optional(properties, "email"),
                Json.optional(properties, "firstname"),
                Json.optional(properties, "lastname"));
    }

    private static List<HubSpotContactId> ids(Stream<Association> contacts) {
        return contacts.map(Association::to)
                .distinct()
                .map(HubSpotContactId::new)
                .toList();
    }
}
