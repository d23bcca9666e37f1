package dev.quotetocash.sandbox.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was sent to a control: a JSON object, or nothing, which is an object without members. Every wrong
/// value is an [IllegalArgumentException] that says what is accepted.
public final class ControlBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimRequest request;

    ControlBody(SimRequest request) {
        this.request = request;
    }

    /// As sent, of whatever kind.
    public String raw() {
        return request.text();
    }

    public SimRequest request() {
        return request;
    }

    /// Refuses members that nobody would read.
    public ControlBody only(String... members) {
        json().fieldNames().forEachRemaining(member -> {
            if (!List.of(members).contains(member)) {
                throw new IllegalArgumentException("unknown member \"" + member + "\"; accepted are "
                        + (members.length == 0 ? "none" : String.join(", ", members)));
            }
        });
        return this;
    }

    public boolean has(String member) {
        return json().hasNonNull(member);
    }

    public String text(String member) {
        return optionalText(member).orElseThrow(() -> missing(member, "a text"));
    }

    public Optional<String> optionalText(String member) {
        var value = json().path(member);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        if (!value.isTextual()) throw wrong(member, value, "a text");
        return Optional.of(value.asText());
    }

    public int number(String member, int least, int most, int otherwise) {
        var value = json().path(member);
        if (value.isMissingNode() || value.isNull()) return otherwise;
        var accepted = "a whole number from " + least + " to " + most;
        if (!value.isIntegralNumber() || !value.canConvertToInt()) throw wrong(member, value, accepted);
        if (value.intValue() < least || value.intValue() > most) throw wrong(member, value, accepted);
        return value.intValue();
    }

    public Duration duration(String member) {
        var accepted = "an ISO 8601 duration such as PT15M, PT2.5S or P1D";
        var text = optionalText(member).orElseThrow(() -> missing(member, accepted));
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrong(member, json().path(member), accepted);
        }
    }

    public LocalDate date(String member) {
        var accepted = "an ISO 8601 date such as 2026-10-31";
        var text = optionalText(member).orElseThrow(() -> missing(member, accepted));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(member, json().path(member), accepted);
        }
    }

    /// One of an enum's values, written in lower case with hyphens.
    public <E extends Enum<E>> E choice(String member, Class<E> type) {
        var accepted = "one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(ControlBody::spelled)
                        .collect(Collectors.joining(", "));
        var text = optionalText(member).orElseThrow(() -> missing(member, accepted));
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> spelled(value).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(member, json().path(member), accepted));
    }

    static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private JsonNode json() {
        if (request.body().length == 0) return JsonNodeFactory.instance.objectNode();
        try {
            var json = JSON.readTree(request.text());
            if (json.isObject()) return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("a JSON object is expected");
    }

    private static IllegalArgumentException missing(String member, String accepted) {
        return new IllegalArgumentException("\"" + member + "\" is missing: " + accepted);
    }

    private static IllegalArgumentException wrong(String member, JsonNode value, String accepted) {
        return new IllegalArgumentException("\"" + member + "\" is " + value + ", but must be " + accepted);
    }
}
