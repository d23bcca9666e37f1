package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a request says about one element. A member that is absent or null was not said; one of the wrong kind
/// is a problem, collected together with those that the reader finds.
final class Sent {

    /// Characters of a number sent as a text.
    private static final int NUMBER_MAX = 100;

    private final ObjectNode node;
    private final boolean numbersAsText;
    private final List<String> problems;

    Sent(ObjectNode node, boolean numbersAsText) {
        this(node, numbersAsText, new ArrayList<>());
    }

    private Sent(ObjectNode node, boolean numbersAsText, List<String> problems) {
        this.node = node;
        this.numbersAsText = numbersAsText;
        this.problems = problems;
    }

    ObjectNode node() {
        return node;
    }

    void refuse(String message) {
        if (!problems.contains(message)) problems.add(message);
    }

    void refuse(Optional<String> message) {
        message.ifPresent(this::refuse);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    Optional<String> text(String name) {
        return member(name).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    Optional<String> filled(String name) {
        return text(name).filter(text -> !text.isBlank());
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> text.equalsIgnoreCase("true"));
    }

    Optional<BigDecimal> decimal(String name) {
        var value = member(name);
        if (value.isEmpty()) return Optional.empty();
        if (value.get().isNumber()) return bounded(name, value.get().decimalValue());
        if (numbersAsText && value.get().isTextual() && value.get().asText().length() <= NUMBER_MAX) {
            try {
                return bounded(name, new BigDecimal(value.get().asText().strip()));
            } catch (NumberFormatException _) {
                refuse(name + " is not a number");
                return Optional.empty();
            }
        }
        refuse(name + " is not a number");
        return Optional.empty();
    }

    private Optional<BigDecimal> bounded(String name, BigDecimal number) {
        if (Json.isBounded(number)) return Optional.of(number);
        refuse(name + " has too many digits");
        return Optional.empty();
    }

    Optional<LocalDate> date(String name) {
        var text = filled(name);
        var date = text.flatMap(Dates::parseDate);
        if (text.isPresent() && date.isEmpty()) refuse(name + " is not a valid date");
        return date;
    }

    Optional<UUID> guid(String name) {
        var text = filled(name);
        var guid = text.flatMap(Sent::guidOf);
        if (text.isPresent() && guid.isEmpty()) refuse(name + " is not a valid GUID");
        return guid.filter(id -> !id.equals(new UUID(0, 0)));
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        var text = filled(name);
        var choice = text.flatMap(said -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(said))
                .findFirst());
        if (text.isPresent() && choice.isEmpty()) refuse("'" + text.get() + "' is not a valid " + name);
        return choice;
    }

    Optional<Sent> object(String name) {
        return member(name)
                .filter(ObjectNode.class::isInstance)
                .map(member -> new Sent((ObjectNode) member, numbersAsText, problems));
    }

    List<Sent> list(String name) {
        return member(name).stream()
                .flatMap(JsonNode::valueStream)
                .filter(ObjectNode.class::isInstance)
                .map(member -> new Sent((ObjectNode) member, numbersAsText, problems))
                .toList();
    }

    static Optional<UUID> guidOf(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT))) : Optional.empty();
        } catch (IllegalArgumentException notAGuid) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> member(String name) {
        return has(name) ? Optional.of(node.path(name)) : Optional.empty();
    }
}
