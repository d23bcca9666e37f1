package dev.quotetocash.sandbox.prove;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How often each fault struck each operation, and how often each other event happened, over many seeds.
final class Coverage {

    private final Map<Fault, Map<Operation, Integer>> struck = new EnumMap<>(Fault.class);
    private final Map<String, Integer> others = new TreeMap<>();

    void count(Fault fault, Operation operation) {
        struck.computeIfAbsent(fault, _ -> new EnumMap<>(Operation.class)).merge(operation, 1, Integer::sum);
    }

    /// Something that is to be counted, however often it happens.
    void expect(String what) {
        others.merge(what, 0, Integer::sum);
    }

    /// Something else than a fault at a port call.
    void count(String what) {
        others.merge(what, 1, Integer::sum);
    }

    void add(Coverage more) {
        more.struck.forEach((fault, row) ->
                row.forEach((operation, count) -> struck.computeIfAbsent(fault, _ -> new EnumMap<>(Operation.class))
                        .merge(operation, count, Integer::sum)));
        more.others.forEach((what, count) -> others.merge(what, count, Integer::sum));
    }

    /// What nothing has reached, by name.
    List<String> empty() {
        var cells = Arrays.stream(Fault.values())
                .flatMap(fault -> Arrays.stream(Operation.values())
                        .filter(fault::strikes)
                        .filter(operation -> at(fault, operation) == 0)
                        .map(operation -> fault.title() + " x " + operation.title()));
        var rows = others.entrySet().stream().filter(row -> row.getValue() == 0).map(Map.Entry::getKey);
        return Stream.concat(cells, rows).toList();
    }

    /// As two tables. A dash is where a fault makes no sense.
    String table() {
        var text = new StringBuilder();
        text.append(String.format("%-33s", "fault"));
        for (var operation : Operation.values()) text.append(String.format("%13s", operation.title()));
        text.append('\n');
        for (var fault : Fault.values()) {
            text.append(String.format("%-33s", fault.title()));
            for (var operation : Operation.values()) {
                var cell = fault.strikes(operation) ? Integer.toString(at(fault, operation)) : "-";
                text.append(String.format("%13s", cell));
            }
            text.append('\n');
        }
        text.append('\n');
        text.append(others.entrySet().stream()
                .map(row -> String.format("%-45s%9d", row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n")));
        return text.append('\n').toString();
    }

    private int at(Fault fault, Operation operation) {
        return struck.getOrDefault(fault, Map.of()).getOrDefault(operation, 0);
    }
}
