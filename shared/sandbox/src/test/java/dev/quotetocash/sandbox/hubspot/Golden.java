package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The JSON samples of docs/reference/hubspot-api.md, one file each, and comparison with them in shape: same
/// members, same JSON types, in any order. An empty object stands for any object, and a null for a text too;
/// `properties` are compared as a map of texts and nulls.
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden/hubspot");

    private Golden() {}

    static Set<String> names() {
        try (var files = Files.list(FOLDER)) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .forEach(file -> names.add(file.replace(".json", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the ids of the sample replaced by real ones.
    static String text(String name, Map<String, String> ids) {
        var text = text(name);
        for (var id : ids.entrySet()) text = text.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
        return text;
    }

    static JsonNode json(String name) {
        return Json.parse(text(name));
    }

    /// Members named in `more` may be there besides the sample's, where the reference tells them elsewhere.
    static void sameShape(String name, JsonNode actual, String... more) {
        compare(name, json(name), actual, Set.of(more), false);
    }

    /// Where every member is optional: no other members than the sample's, of the same types.
    static void noMoreThan(String name, JsonNode actual) {
        compare(name, json(name), actual, Set.of(), true);
    }

    private static void compare(String at, JsonNode sample, JsonNode actual, Set<String> more, boolean optional) {
        if (sample.isNull()) {
            assertThat(actual.isNull() || actual.isTextual()).as(at).isTrue();
            return;
        }
        assertThat(actual.getNodeType()).as(at + " = " + actual).isEqualTo(sample.getNodeType());
        if (sample.isArray()) compareArrays(at, sample, actual, more, optional);
        if (!sample.isObject() || sample.isEmpty()) return;
        if (at.endsWith("/properties")) {
            actual.forEach(value ->
                    assertThat(value.isNull() || value.isTextual()).as(at).isTrue());
            return;
        }
        compareMembers(at, sample, actual, more, optional);
    }

    private static void compareArrays(String at, JsonNode sample, JsonNode actual, Set<String> more, boolean optional) {
        if (sample.isEmpty()) return;
        assertThat(actual.isEmpty()).as(at + " is empty").isFalse();
        for (var item : actual) compare(at + "/-", sample.get(0), item, more, optional);
    }

    private static void compareMembers(
            String at, JsonNode sample, JsonNode actual, Set<String> more, boolean optional) {
        var expected = members(sample);
        for (var name : members(actual)) {
            if (expected.contains(name)) compare(at + "/" + name, sample.path(name), actual.path(name), more, optional);
            else assertThat(more).as(at + " has " + name).contains(name);
        }
        if (!optional) assertThat(members(actual)).as(at).containsAll(expected);
    }

    private static List<String> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
