package dev.quotetocash.sandbox.xero;

/// A `where`, `order` or paging parameter that Xero cannot read: the request ends as a 400.
final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryRefused(String message) {
        super(message);
    }

    static QueryRefused incompatible(Value.Kind one, Value.Kind other) {
        return new QueryRefused("Operator incompatible with operand types '" + one + "' and '" + other + "'");
    }
}
