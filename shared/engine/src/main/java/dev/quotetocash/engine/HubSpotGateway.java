package dev.quotetocash.engine;

import dev.quotetocash.mapping.Deal;
import dev.quotetocash.mapping.DealProperty;
import dev.quotetocash.mapping.LineItem;
import dev.quotetocash.mapping.Portal;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.HubSpotContactId;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.HubSpotLineItemId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the engine needs of HubSpot. One call each unless it says otherwise; nothing is retried here.
public interface HubSpotGateway {

    /// The deal with its stage history, its own `xero_` properties and its associations, in one call. More than
    /// one company costs a second one (which is the primary?), a full page of line items one for each further
    /// page.
    Reply<Sighting<Deal>> readDeal(HubSpotDealId id, Lane lane);

    /// In the order of `ids`; those that are gone are left out. Chunks of 100.
    Reply<List<LineItem>> readLineItems(List<HubSpotLineItemId> ids, Lane lane);

    /// The deals that line items belong to, without repetition. Chunks of 1,000.
    Reply<List<HubSpotDealId>> dealsOf(List<HubSpotLineItemId> ids, Lane lane);

    /// A company's name and its contacts: two calls.
    Reply<Sighting<Company>> readCompany(HubSpotCompanyId id, Lane lane);

    Reply<Sighting<Person>> readContact(HubSpotContactId id, Lane lane);

    /// The bridge's own properties of deals, normalised; every one of them is `Blank` or a value for a deal that
    /// exists, and deals that are gone are left out. Chunks of 100.
    Reply<Map<HubSpotDealId, Fields>> readOwnProperties(List<HubSpotDealId> ids, Lane lane);

    /// Writes properties of deals: chunks of 100. Values are as [Fields] holds them; `Blank` clears.
    Reply<List<Written>> updateDeals(List<DealUpdate> updates, Lane lane);

    /// Deals in a won stage that were modified in a window, by id. HubSpot's index lags behind a little, and
    /// never shows what is archived.
    Reply<IdPage> sweepWonDeals(Range range, Lane lane);

    /// Line items that were modified in a window, as [#sweepWonDeals].
    Reply<IdPage> sweepLineItems(Range range, Lane lane);

    /// Pipelines, company currency and the installation that owns the portal: three calls.
    Reply<Portal> readPortal(Lane lane);

    /// Creates the bridge's property group on deals unless it is there. True if it was created.
    Reply<Boolean> ensureGroup(String name, String label);

    /// Creates a property of deals, or adds the choices that it lacks. True if anything was written.
    Reply<Boolean> ensureProperty(DealProperty property);

    /// Writes the installation's id into the description of `xero_invoice_slots`. The answer is HubSpot's time of
    /// the write.
    Reply<Instant> writeInstallation(String id);

    /// What a sweep asks for next: modified at or after `from` and, once that is fixed, before `to`; behind the id
    /// `afterId`.
    record Range(Instant from, Optional<Instant> to, String afterId) {}

    /// Ascending ids. A page that is not `full` is the last one.
    record IdPage(List<String> ids, boolean full) {}

    int SWEEP_PAGE = 200;

    /// `billing` are the contacts with HubSpot's billing label.
    record Company(HubSpotCompanyId id, String name, List<HubSpotContactId> billing, List<HubSpotContactId> contacts) {}

    record Person(HubSpotContactId id, Optional<String> email, Optional<String> firstName, Optional<String> lastName) {}

    record DealUpdate(HubSpotDealId id, Fields values) {}

    /// `refusal` is HubSpot's word why it did not write this deal.
    record Written(HubSpotDealId id, Optional<String> refusal) {}
}
