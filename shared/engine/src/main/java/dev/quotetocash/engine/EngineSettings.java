package dev.quotetocash.engine;

import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.XeroInvoiceId;
import java.net.URI;
import java.time.Duration;

/// What every engine needs to know. `recheck` is how long parked work waits for its first try without any news;
/// `referenceLife` how long HubSpot's pipelines and currency are believed, `booksLife` how long Xero's
/// organisation, accounts, tax rates and currencies are. The addresses are those that people open in a browser.
public record EngineSettings(
        Pair pair, Duration recheck, Duration referenceLife, Duration booksLife, URI hubspotApp, URI xeroApp) {

    /// The address of a deal with the slot's marker behind `#`: the evidence on every invoice of ours. Xero
    /// refuses a Url that contains its own name (docs/reference/xero-api.md, 8).
    public String evidence(Slot slot) {
        return dealAddress(slot.deal()) + "#" + slot.marker(pair.portal());
    }

    public String dealAddress(HubSpotDealId deal) {
        return hubspotApp + "/contacts/" + pair.portal().value() + "/record/0-3/" + deal.value();
    }

    public String invoiceAddress(String shortCode, XeroInvoiceId invoice) {
        return xeroApp + "/app/" + shortCode + "/invoicing/view/" + invoice.value();
    }
}
