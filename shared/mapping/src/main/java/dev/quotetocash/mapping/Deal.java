package dev.quotetocash.mapping;

import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A deal as one read saw it, with its associations. `stageSince` is when it entered its stage, in HubSpot's
/// time, from the property's history. `companies` has the primary one first. `mergedFrom` are deals that were
/// merged into this one. `own` are the values of the bridge's own properties, normalised.
public record Deal(
        HubSpotDealId id,
        String name,
        String pipeline,
        String stage,
        Instant stageSince,
        Optional<String> amount,
        Optional<String> currency,
        List<HubSpotCompanyId> companies,
        List<HubSpotContactId> contacts,
        List<HubSpotLineItemId> lineItems,
        List<HubSpotDealId> mergedFrom,
        Fields own) {

    public Deal {
        companies = List.copyOf(companies);
        contacts = List.copyOf(contacts);
        lineItems = List.copyOf(lineItems);
        mergedFrom = List.copyOf(mergedFrom);
    }

    /// Everything that an invoice depends on and one read of the deal shows. A deal has settled when it stays the
    /// same.
    public String contentHash() {
        return Hashes.of(
                pipeline,
                stage,
                stageSince.toString(),
                amount.orElse(""),
                currency.orElse(""),
                sorted(companies.stream().map(HubSpotCompanyId::value)),
                sorted(contacts.stream().map(HubSpotContactId::value)),
                sorted(lineItems.stream().map(HubSpotLineItemId::value)),
                sorted(mergedFrom.stream().map(HubSpotDealId::value)));
    }

    private static String sorted(Stream<String> ids) {
        return ids.sorted().toList().toString();
    }
}
