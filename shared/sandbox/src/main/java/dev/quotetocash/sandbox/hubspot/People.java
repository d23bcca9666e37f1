package dev.quotetocash.sandbox.hubspot;

import java.math.BigDecimal;
import java.util.LinkedHashMap;

/// What people do in HubSpot's pages and what no API does: sellers in the recycle bin, buyers on a quote.
final class People {

    private final Portal portal;
    private final Records records;

    People(Portal portal, Disruptions disruptions) {
        this.portal = portal;
        this.records = new Records(portal, new Associations(portal), disruptions);
    }

    void restore(String typeName, String id) {
        var type = portal.named(typeName)
                .orElseThrow(() -> Problem.invalid("No object type " + typeName).refused());
        var unique = new UniqueValues(portal);
        var record = portal.state()
                .find(type, id)
                .filter(found -> found.isInBin(portal.now()))
                .orElseThrow(() -> RecordWrites.missing(id));
        unique.checkRestored(record);
        records.archivedWith(record).forEach(unique::checkRestored);
        records.restore(record, portal.stamp(Actor.person()));
    }

    /// A legacy quote counts its signatures; it has no state for them.
    void acceptQuote(String id) {
        var quote = portal.state().live(ObjectType.QUOTE, id).orElseThrow(() -> RecordWrites.missing(id));
        if (!QuoteStatus.of(quote).isPublished())
            throw Problem.invalid("Quote " + id + " is not published").refused();
        var stamp = new Stamp(portal.now(), "QUOTES", "");
        var values = new LinkedHashMap<String, String>();
        if (QuoteStatus.isCpq(quote)) {
            values.put("hs_status", QuoteStatus.ACCEPTED.name());
            values.put(
                    "hs_acceptance_method", quote.value("hs_acceptance_method").orElse("clickwrap"));
        } else {
            values.put("hs_esign_num_signers_completed", signers(quote));
            values.put("hs_esign_date", Times.format(stamp.at()));
        }
        records.update(quote, values, stamp);
    }

    private static String signers(CrmRecord quote) {
        var required = count(quote, "hs_esign_num_signers_required");
        var completed = count(quote, "hs_esign_num_signers_completed");
        if (quote.value("hs_esign_enabled").filter("true"::equals).isEmpty() || completed >= required)
            throw Problem.invalid("Quote " + quote.id() + " waits for no signature")
                    .refused();
        return Integer.toString(completed + 1);
    }

    private static int count(CrmRecord quote, String property) {
        return Calculated.decimal(quote, property).map(BigDecimal::intValue).orElse(0);
    }
}
