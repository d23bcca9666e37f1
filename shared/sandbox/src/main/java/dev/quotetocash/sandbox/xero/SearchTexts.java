package dev.quotetocash.sandbox.xero;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The texts that `searchTerm` looks at, one lower-case text per record, so that a search need not fold them all
/// again.
final class SearchTexts<V> implements Follower<UUID, V> {

    private final Function<V, String> text;
    private final Map<UUID, String> folded = new LinkedHashMap<>();

    SearchTexts(Function<V, String> text) {
        this.text = text;
    }

    @Override
    public void follow(UUID key, Optional<V> before, Optional<V> after) {
        after.ifPresentOrElse(now -> folded.put(key, fold(text.apply(now))), () -> folded.remove(key));
    }

    Stream<UUID> mentioning(String term) {
        var sought = fold(term);
        return folded.entrySet().stream()
                .filter(entry -> entry.getValue().contains(sought))
                .map(Map.Entry::getKey);
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
