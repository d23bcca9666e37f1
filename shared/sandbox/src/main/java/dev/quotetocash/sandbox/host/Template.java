package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A SAM template as a JSON tree. Short intrinsics (`!Ref X`) have become long ones (`{"Ref": "X"}`); nothing
/// is resolved. One that [Intrinsics] does not know is refused when the template is read, wherever it stands.
public record Template(JsonNode root) {

    private static final Set<String> SHORT_WITHOUT_PREFIX = Set.of("Ref", "Condition");
    private static final ObjectMapper JSON = new ObjectMapper();

    public Template {
        checkIntrinsics(root, "template");
    }

    /// One entry of `Resources`.
    public record Resource(String logicalId, String type, JsonNode declaration) {

        public JsonNode properties() {
            return declaration.path("Properties");
        }

        public String place() {
            return "Resources." + logicalId;
        }
    }

    public static Template read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public static Template parse(String yaml) {
        Object document = new Yaml(new Intrinsic()).load(yaml);
        return new Template(JSON.valueToTree(document));
    }

    public Map<String, JsonNode> parameters() {
        return members(root.path("Parameters"));
    }

    public Map<String, JsonNode> conditions() {
        return members(root.path("Conditions"));
    }

    public Map<String, JsonNode> outputs() {
        return members(root.path("Outputs"));
    }

    /// What `Globals` says of every function.
    public JsonNode functionGlobals() {
        return root.path("Globals").path("Function");
    }

    /// In the order of the file.
    public List<Resource> resources() {
        return members(root.path("Resources")).entrySet().stream()
                .map(entry -> new Resource(
                        entry.getKey(), entry.getValue().path("Type").asText(), entry.getValue()))
                .toList();
    }

    public List<Resource> resources(String type) {
        return resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /// The resources by logical id with everything resolved, as in a stack that nobody has started.
    public JsonNode resolvedResources(Map<String, String> givenParameters) {
        var names = new PhysicalNames(this, TemplateHost.STACK_NAME, "http://sqs", "http://api");
        return new Intrinsics(Parameters.of(this, givenParameters), conditions(), names)
                .resolve(root.path("Resources"), "Resources");
    }

    static Map<String, JsonNode> members(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }

    private static void checkIntrinsics(JsonNode node, String place) {
        for (var member : node.properties()) {
            if (member.getKey().startsWith(Intrinsics.PREFIX) && !Intrinsics.SUPPORTED.contains(member.getKey()))
                throw Intrinsics.unsupported(member.getKey(), place);
            checkIntrinsics(member.getValue(), place + "." + member.getKey());
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) checkIntrinsics(node.get(i), place + "[" + i + "]");
    }

    /// Turns any local tag `!Name` into a member `Fn::Name`; whether the name is known is decided later, in one
    /// place.
    private static final class Intrinsic extends SafeConstructor {

        Intrinsic() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var name = node.getTag().getValue().substring(1);
                    var key = SHORT_WITHOUT_PREFIX.contains(name) ? name : Intrinsics.PREFIX + name;
                    return Map.of(key, argument(node, name));
                }
            });
        }

        private Object argument(Node node, String name) {
            if (node instanceof SequenceNode sequence) return constructSequence(sequence);
            if (node instanceof MappingNode mapping) return constructMapping(mapping);
            var text = ((ScalarNode) node).getValue();
            return name.equals("GetAtt") ? List.of(text.split("\\.", 2)) : text;
        }
    }
}
