package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A page of things in ascending order of their numeric ids. The cursor is the last id of the page.
record Page<T>(List<T> items, Optional<String> after) {

    static <T> Page<T> of(List<T> sorted, long after, int limit, Function<T, String> id) {
        var rest = sorted.stream()
                .filter(item -> Long.parseLong(id.apply(item)) > after)
                .toList();
        if (rest.size() <= limit) return new Page<>(rest, Optional.empty());
        var items = rest.subList(0, limit);
        return new Page<>(items, Optional.of(id.apply(items.getLast())));
    }

    /// With a link to the same call for what comes after this page.
    void addPaging(ObjectNode body, Call call) {
        var query = Arrays.stream(call.request().rawQuery().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals("after") && !pair.startsWith("after="))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        addPaging(body, Call.ORIGIN + call.request().path(), query);
    }

    void addPaging(ObjectNode body, String address) {
        addPaging(body, address, "");
    }

    private void addPaging(ObjectNode body, String address, String query) {
        after.ifPresent(cursor -> body.putObject("paging")
                .putObject("next")
                .put("after", cursor)
                .put("link", address + "?" + query + "after=" + cursor));
    }
}
