package dev.quotetocash.mapping;

/// Whether unit prices hold tax. `wire` is Xero's spelling of `LineAmountTypes`.
public enum LineAmounts {
    EXCLUSIVE("Exclusive"),
    INCLUSIVE("Inclusive"),
    NO_TAX("NoTax");

    private final String wire;

    LineAmounts(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
