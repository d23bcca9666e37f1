package dev.quotetocash.sandbox.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A JSON sample of reference/xero-api.md. In it `..` is any value, `"...":""` any further members, `<guid>` a
/// GUID; an array of one stands for any number of its like.
record Golden(JsonNode sample) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "..";
    private static final String MORE = "...";

    /// How texts are written which are more than text.
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("<guid>|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"),
            Pattern.compile("/Date\\((\\d+|\\.\\.)\\+0000\\)/"),
            Pattern.compile("/Date\\(\\d+\\)/"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"),
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d|\\.\\.)Z"),
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}"),
            Pattern.compile("TokenExpired: token expired at \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d"),
            Pattern.compile("https://in\\.xero\\.com/.*"));

    static Golden read(String name) {
        try {
            return new Golden(JSON.readTree(text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static String text(String name) {
        try (var file = Golden.class.getResourceAsStream("/golden/xero/" + name + ".json")) {
            if (file == null) throw new IllegalArgumentException("no sample " + name);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// Where `actual` has other members, other types, or texts of another form than the sample.
    List<String> differences(JsonNode actual) {
        var found = new LinkedHashSet<String>();
        compare("", sample, actual, found);
        return new ArrayList<>(found);
    }

    private static void compare(String at, JsonNode wanted, JsonNode actual, LinkedHashSet<String> found) {
        if (wanted.isTextual() && wanted.asText().equals(ANY)) return;
        if (wanted.getNodeType() != actual.getNodeType()) {
            found.add(at + " is " + actual.getNodeType() + " instead of " + wanted.getNodeType());
        } else if (wanted.isObject()) {
            members(at, wanted, actual, found);
        } else if (wanted.isArray()) {
            elements(at, wanted, actual, found);
        } else if (wanted.isTextual()) {
            FORMS.stream()
                    .filter(form -> form.matcher(wanted.asText()).matches())
                    .filter(form -> !form.matcher(actual.asText()).matches())
                    .forEach(_ -> found.add(at + " is '" + actual.asText() + "', unlike '" + wanted.asText() + "'"));
        }
    }

    private static void members(String at, JsonNode wanted, JsonNode actual, LinkedHashSet<String> found) {
        wanted.propertyStream().filter(member -> !member.getKey().equals(MORE)).forEach(member -> {
            var place = at + "/" + member.getKey();
            if (actual.has(member.getKey())) {
                compare(place, member.getValue(), actual.path(member.getKey()), found);
            } else {
                found.add(place + " is missing");
            }
        });
        if (wanted.has(MORE)) return;
        actual.propertyStream()
                .filter(member -> !wanted.has(member.getKey()))
                .forEach(member -> found.add(at + "/" + member.getKey() + " is not in the sample"));
    }

    private static void elements(String at, JsonNode wanted, JsonNode actual, LinkedHashSet<String> found) {
        if (wanted.size() != 1 && wanted.size() != actual.size()) {
            found.add(at + " has " + actual.size() + " elements instead of " + wanted.size());
            return;
        }
        if (actual.isEmpty() && wanted.size() == 1) found.add(at + " is empty");
        for (var i = 0; i < actual.size(); i++) {
            compare(at + "/*", wanted.get(wanted.size() == 1 ? 0 : i), actual.get(i), found);
        }
    }
}
