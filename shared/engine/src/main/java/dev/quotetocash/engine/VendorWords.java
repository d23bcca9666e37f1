package dev.quotetocash.engine;

import java.util.List;

/// A vendor's refusal as a sentence for a person.
final class VendorWords {

    private static final int LENGTH_MAX = 300;

    private VendorWords() {}

    /// `what` is ours; the vendor's own words follow, because finance knows them.
    static String sentence(String what, List<String> errors) {
        var words = String.join("; ", errors);
        var shown = words.length() <= LENGTH_MAX ? words : words.substring(0, LENGTH_MAX) + " ...";
        return what + "; ask finance to look at what it says: " + shown;
    }
}
