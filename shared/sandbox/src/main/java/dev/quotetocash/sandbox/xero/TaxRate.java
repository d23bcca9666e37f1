package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A tax rate in percent and the account classes it may be used with.
record TaxRate(String type, String name, String reportType, BigDecimal percent, Set<Account.Side> appliesTo) {

    TaxRate {
        appliesTo = Collections.unmodifiableSet(new TreeSet<>(appliesTo));
    }
}
