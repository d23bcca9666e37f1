package dev.quotetocash.sandbox.hubspot;

import java.util.List;
import java.util.Set;

/// Names of properties that nobody has confirmed, by what they begin with: an account lacks them where the
/// switch is off.
record UnsureNames(Unconfirmed known, ObjectType type, List<String> beginnings) {

    private static final List<UnsureNames> ALL = List.of(
            new UnsureNames(
                    Unconfirmed.LINE_ITEMS_SHOW_TAX,
                    ObjectType.LINE_ITEM,
                    List.of("hs_tax_amount", "hs_post_tax_amount", "hs_tax_label")),
            new UnsureNames(
                    Unconfirmed.QUOTES_SHOW_SIGNATURES_AND_PAYMENT,
                    ObjectType.QUOTE,
                    List.of("hs_esign_", "hs_payment_")),
            new UnsureNames(Unconfirmed.PRODUCTS_HAVE_PRICES_PER_CURRENCY, ObjectType.PRODUCT, List.of("hs_price_")),
            new UnsureNames(Unconfirmed.TASK_PROPERTIES_ARE_NAMED_SO, ObjectType.TASK, List.of("hs_task_")));

    static boolean exists(ObjectType type, String name, Set<Unconfirmed> switches) {
        return ALL.stream()
                .filter(unsure -> unsure.type.equals(type))
                .filter(unsure -> unsure.beginnings.stream().anyMatch(name::startsWith))
                .allMatch(unsure -> switches.contains(unsure.known));
    }
}
