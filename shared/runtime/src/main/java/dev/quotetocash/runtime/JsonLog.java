package dev.quotetocash.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One JSON line per event: `{"time":..,"level":"WARN","function":"invoice-sync","message":..,<fields>}`. Ids,
/// counts and classes may stand in it; secrets, names, addresses and amounts of customers may not.
public final class JsonLog {

    /// Enough to find the place in our code.
    private static final int FRAMES_MAX = 5;

    private static final int CAUSES_MAX = 5;
    private static final String OURS = "dev.quotetocash.";

    private final PrintStream out;
    private final InstantSource clock;
    private final String function;

    public JsonLog(PrintStream out, InstantSource clock, String function) {
        this.out = out;
        this.clock = clock;
        this.function = function;
    }

    /// To standard output, where Lambda collects it.
    public static JsonLog of(String function) {
        return new JsonLog(System.out, InstantSource.system(), function);
    }

    public void info(String message, Map<String, ?> fields) {
        print("INFO", message, fields);
    }

    public void warn(String message, Map<String, ?> fields) {
        print("WARN", message, fields);
    }

    public void error(String message, Map<String, ?> fields) {
        print("ERROR", message, fields);
    }

    /// Classes of the exception and its causes, and where in our code it was thrown. Its message stays out: it
    /// may come from a library that quotes what it was given.
    public void error(String message, Map<String, ?> fields, Throwable thrown) {
        var more = new LinkedHashMap<String, Object>(fields);
        more.put("exception", classes(thrown));
        more.put("at", frames(thrown));
        print("ERROR", message, more);
    }

    private void print(String level, String message, Map<String, ?> fields) {
        var line = Json.MAPPER.createObjectNode();
        line.put("time", clock.instant().toString());
        line.put("level", level);
        line.put("function", function);
        line.put("message", message);
        fields.forEach((name, value) -> line.set(name, toJson(value)));
        out.println(Json.format(line));
    }

    /// Whatever is neither a flag, a number nor a list is its own text: nothing that is logged can fail.
    private static JsonNode toJson(Object value) {
        return switch (value) {
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> IntNode.valueOf(number);
            case Long number -> LongNode.valueOf(number);
            case Collection<?> values -> {
                var list = Json.MAPPER.createArrayNode();
                for (var each : values) list.add(String.valueOf(each));
                yield list;
            }
            default -> TextNode.valueOf(String.valueOf(value));
        };
    }

    private static List<String> classes(Throwable thrown) {
        var classes = new ArrayList<String>();
        for (var cause = thrown; cause != null && classes.size() < CAUSES_MAX; cause = cause.getCause()) {
            classes.add(cause.getClass().getName());
        }
        return classes;
    }

    private static List<String> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(FRAMES_MAX)
                .map(frame -> frame.getClassName().substring(OURS.length()) + ":" + frame.getLineNumber())
                .toList();
    }
}
