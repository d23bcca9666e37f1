package dev.quotetocash.sandbox.hubspot;

import java.util.List;

/// How many records of a type one record may be associated with (sections 15.2, 15.3).
final class AssociationRules {

    private static final List<ObjectType> PARENTS = List.of(ObjectType.DEAL, ObjectType.QUOTE, ObjectType.INVOICE);

    /// What a quote says, besides its discounts, fees and taxes: fixed once it is published.
    private static final List<ObjectType> QUOTED =
            List.of(ObjectType.CONTACT, ObjectType.DEAL, ObjectType.COMPANY, ObjectType.LINE_ITEM);

    private final Portal portal;

    AssociationRules(Portal portal) {
        this.portal = portal;
    }

    void check(CrmRecord from, CrmRecord to) {
        checkEnd(from, to);
        checkEnd(to, from);
    }

    private void checkEnd(CrmRecord record, CrmRecord other) {
        if (record.type().equals(ObjectType.QUOTE) && QuoteStatus.isCpq(record) && isAdjustment(other))
            throw Problem.invalid("CPQ quote " + record.id() + " takes no "
                            + other.type().plural())
                    .refused();
        if (record.type().equals(ObjectType.LINE_ITEM) && PARENTS.contains(other.type())) oneParent(record, other);
        if (record.type().equals(ObjectType.QUOTE) && other.type().isOneOf(ObjectType.DEAL, ObjectType.COMPANY))
            one(record, other);
    }

    void checkUnlocked(CrmRecord record, CrmRecord other) {
        var isPart = record.type().equals(ObjectType.QUOTE) && (isAdjustment(other) || QUOTED.contains(other.type()));
        if (isPart && QuoteStatus.of(record).isLocked())
            throw Problem.invalid("Quote " + record.id() + " is locked; set hs_status to DRAFT to edit it")
                    .refused();
    }

    private static boolean isAdjustment(CrmRecord record) {
        return record.type().isOneOf(ObjectType.DISCOUNT, ObjectType.FEE, ObjectType.TAX);
    }

    /// A line item belongs to one deal, quote or invoice, and to a deleted one as long as it is not another's.
    private void oneParent(CrmRecord item, CrmRecord parent) {
        for (var type : PARENTS) {
            for (var link : portal.state().links().of(ObjectType.LINE_ITEM, item.id(), type)) {
                var id = link.otherId(ObjectType.LINE_ITEM);
                if (type.equals(parent.type()) && id.equals(parent.id())) continue;
                throw Problem.invalid("Line item " + item.id() + " already belongs to " + type.singular() + " " + id)
                        .refused();
            }
        }
    }

    private void one(CrmRecord quote, CrmRecord other) {
        for (var link : portal.state().links().of(ObjectType.QUOTE, quote.id(), other.type())) {
            var id = link.otherId(ObjectType.QUOTE);
            if (id.equals(other.id()) || portal.state().live(other.type(), id).isEmpty()) continue;
            throw Problem.invalid("Quote " + quote.id() + " is already associated with "
                            + other.type().singular() + " " + id)
                    .refused();
        }
    }
}
