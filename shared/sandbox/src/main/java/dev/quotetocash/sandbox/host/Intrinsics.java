package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves the intrinsic functions of CloudFormation that [#SUPPORTED] lists. Any other fails with its name
/// and place.
public final class Intrinsics {

    static final String PREFIX = "Fn::";

    static final Set<String> SUPPORTED = Set.of(
            "Ref",
            "Fn::GetAtt",
            "Fn::Sub",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::If",
            "Fn::Equals",
            "Fn::Not",
            "Fn::And",
            "Fn::Or");

    private static final Pattern SUB_VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final String NO_VALUE = "AWS::NoValue";

    private final Map<String, String> parameters;
    private final Map<String, JsonNode> conditions;
    private final References references;

    /// What resources and pseudo parameters stand for. Empty: there is no such resource or attribute.
    public interface References {

        Optional<String> ref(String logicalId);

        Optional<String> attribute(String logicalId, String name);
    }

    public Intrinsics(Map<String, String> parameters, Map<String, JsonNode> conditions, References references) {
        this.parameters = Map.copyOf(parameters);
        this.conditions = Map.copyOf(conditions);
        this.references = references;
    }

    /// A copy without intrinsics. A member that resolves to `AWS::NoValue` is left out.
    public JsonNode resolve(JsonNode node, String place) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                var value = resolve(node.get(i), place + "[" + i + "]");
                if (!value.isMissingNode()) array.add(value);
            }
            return array;
        }
        if (!node.isObject()) return node;
        if (isIntrinsic(node)) return call(node.properties().iterator().next(), place);
        var object = JsonNodeFactory.instance.objectNode();
        for (var member : node.properties()) {
            var value = resolve(member.getValue(), place + "." + member.getKey());
            if (!value.isMissingNode()) object.set(member.getKey(), value);
        }
        return object;
    }

    public String text(JsonNode node, String place) {
        var value = resolve(node, place);
        if (!value.isValueNode()) throw new TemplateException(place, "must be a text, but is " + value);
        return value.asText();
    }

    /// Whether a named condition holds.
    public boolean holds(String condition, String place) {
        var declared = conditions.get(condition);
        if (declared == null) throw new TemplateException(place, "there is no condition " + condition);
        return truth(declared, "Conditions." + condition);
    }

    static TemplateException unsupported(String name, String place) {
        return new TemplateException(
                place, name + " is not supported by the sandbox, only " + String.join(", ", new TreeSet<>(SUPPORTED)));
    }

    private static boolean isIntrinsic(JsonNode node) {
        if (node.size() != 1) return false;
        var name = node.fieldNames().next();
        return name.equals("Ref") || name.startsWith(PREFIX);
    }

    private JsonNode call(Map.Entry<String, JsonNode> intrinsic, String place) {
        var argument = intrinsic.getValue();
        return switch (intrinsic.getKey()) {
            case "Ref" ->
                argument.asText().equals(NO_VALUE)
                        ? MissingNode.getInstance()
                        : TextNode.valueOf(ref(argument.asText(), place));
            case "Fn::GetAtt" -> TextNode.valueOf(attribute(argument, place));
            case "Fn::Sub" -> TextNode.valueOf(sub(argument, place));
            case "Fn::Join" ->
                TextNode.valueOf(String.join(argument.path(0).asText(), texts(resolve(argument.path(1), place))));
            case "Fn::Select" -> select(argument, place);
            case "Fn::Split" -> split(argument, place);
            case "Fn::If" -> resolve(argument.path(holds(argument.path(0).asText(), place) ? 1 : 2), place);
            default -> throw unsupported(intrinsic.getKey(), place);
        };
    }

    private String ref(String name, String place) {
        var parameter = parameters.get(name);
        if (parameter != null) return parameter;
        return references
                .ref(name)
                .orElseThrow(() -> new TemplateException(place, "refers to " + name + ", which does not exist"));
    }

    private String attribute(JsonNode argument, String place) {
        var dotted = argument.isArray() ? String.join(".", texts(argument)) : argument.asText();
        var dot = dotted.indexOf('.');
        if (dot < 0) throw new TemplateException(place, "Fn::GetAtt needs a resource and an attribute");
        var logicalId = dotted.substring(0, dot);
        var name = dotted.substring(dot + 1);
        return references
                .attribute(logicalId, name)
                .orElseThrow(() -> new TemplateException(
                        place, "asks " + logicalId + " for " + name + ", which does not exist or is not known here"));
    }

    private String sub(JsonNode argument, String place) {
        var text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        var local = argument.path(1);
        return SUB_VARIABLE.matcher(text).replaceAll(found -> {
            var name = found.group(2);
            if (!found.group(1).isEmpty()) return Matcher.quoteReplacement("${" + name + "}");
            if (local.has(name)) return Matcher.quoteReplacement(text(local.get(name), place));
            var value = name.contains(".") ? attribute(TextNode.valueOf(name), place) : ref(name, place);
            return Matcher.quoteReplacement(value);
        });
    }

    private JsonNode select(JsonNode argument, String place) {
        var list = resolve(argument.path(1), place);
        var selected = list.path(Integer.parseInt(text(argument.path(0), place)));
        if (selected.isMissingNode()) throw new TemplateException(place, "Fn::Select is out of range");
        return selected;
    }

    private JsonNode split(JsonNode argument, String place) {
        var parts = JsonNodeFactory.instance.arrayNode();
        for (var part : text(argument.path(1), place)
                .split(Pattern.quote(argument.path(0).asText()), -1)) parts.add(part);
        return parts;
    }

    private boolean truth(JsonNode condition, String place) {
        if (condition.size() != 1) throw new TemplateException(place, "is not a condition");
        var name = condition.fieldNames().next();
        var argument = condition.path(name);
        return switch (name) {
            case "Condition" -> holds(argument.asText(), place);
            case "Fn::Equals" -> text(argument.path(0), place).equals(text(argument.path(1), place));
            case "Fn::Not" -> !truth(argument.path(0), place);
            case "Fn::And" -> items(argument).stream().allMatch(item -> truth(item, place));
            case "Fn::Or" -> items(argument).stream().anyMatch(item -> truth(item, place));
            default -> throw unsupported(name, place);
        };
    }

    private static List<JsonNode> items(JsonNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items;
    }

    private static List<String> texts(JsonNode array) {
        return items(array).stream().map(JsonNode::asText).toList();
    }
}
