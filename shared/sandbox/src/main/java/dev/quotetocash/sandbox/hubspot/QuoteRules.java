package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may be written to a quote and when (section 15.3). Nothing about a locked quote changes until it is set
/// back to DRAFT; ACCEPTED is set by a person only, and is final.
final class QuoteRules {

    private final Associations associations;

    QuoteRules(Associations associations) {
        this.associations = associations;
    }

    /// The values to store: a CPQ quote always begins as a draft.
    Map<String, String> accept(Optional<CrmRecord> current, Map<String, String> values, Actor actor) {
        var status = Upcoming.value(current, values, "hs_status")
                .map(QuoteStatus::valueOf)
                .orElse(QuoteStatus.DRAFT);
        var isCpq = Upcoming.value(current, values, "hs_template_type")
                .filter("CPQ_QUOTE"::equals)
                .isPresent();
        current.ifPresent(quote -> checkChange(quote, values, status));
        if (status == QuoteStatus.ACCEPTED && !isCpq)
            throw refused("INVALID_OPTION", "Only CPQ quotes can be accepted");
        if (current.isEmpty() && isCpq) return Upcoming.with(values, "hs_status", "DRAFT");
        if (status == QuoteStatus.ACCEPTED) checkAcceptance(current, actor);
        return values;
    }

    /// A CPQ quote is published with a contact, a deal and line items only.
    void checkPublished(CrmRecord quote) {
        if (!QuoteStatus.isCpq(quote) || !QuoteStatus.of(quote).isPublished()) return;
        for (var needed : List.of(ObjectType.CONTACT, ObjectType.DEAL, ObjectType.LINE_ITEM)) {
            if (associations.of(ObjectType.QUOTE, quote.id(), needed).isEmpty())
                throw refused(
                        "MISSING_ASSOCIATION",
                        "Quote " + quote.id() + " cannot be published without a " + needed.singular());
        }
    }

    /// Refuses changes to the line items of a locked quote.
    void checkUnlocked(CrmRecord quote) {
        if (QuoteStatus.of(quote).isLocked()) throw locked(quote);
    }

    private static void checkChange(CrmRecord quote, Map<String, String> values, QuoteStatus next) {
        var now = QuoteStatus.of(quote);
        var template = values.get("hs_template_type");
        if (template != null && !quote.value("hs_template_type").orElse("").equals(template))
            throw refused("READ_ONLY_VALUE", "hs_template_type can only be set on creation");
        if (!now.isLocked()) return;
        var unlocks = now.isPublished() && next == QuoteStatus.DRAFT;
        var accepts = now.isPublished()
                && next == QuoteStatus.ACCEPTED
                && values.keySet().equals(Set.of("hs_status"));
        if (!unlocks && !accepts) throw locked(quote);
    }

    private static void checkAcceptance(Optional<CrmRecord> current, Actor actor) {
        if (!actor.isPerson())
            throw refused("READ_ONLY_VALUE", "A quote is accepted by its buyer, not through the API");
        if (current.map(QuoteStatus::of).filter(QuoteStatus::isPublished).isEmpty())
            throw refused("INVALID_OPTION", "Only a published quote can be accepted");
    }

    private static Refused locked(CrmRecord quote) {
        return refused("QUOTE_LOCKED", "Quote " + quote.id() + " is locked; set hs_status to DRAFT to edit it");
    }

    private static Refused refused(String code, String message) {
        return Problem.invalid(List.of(new FieldError("hs_status", code, message)))
                .refused();
    }
}
