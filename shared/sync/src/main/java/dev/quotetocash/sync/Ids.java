package dev.quotetocash.sync;

/// What every id of this package has in common: `#` and `/` separate the parts of keys and of our evidence, so no
/// id holds them.
final class Ids {

    private static final int LENGTH_MAX = 200;

    private Ids() {}

    static void requireToken(String what, String value) {
        if (value.isBlank() || value.length() > LENGTH_MAX || value.indexOf('#') >= 0 || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a " + what + ": '" + value + "'");
        }
    }
}
