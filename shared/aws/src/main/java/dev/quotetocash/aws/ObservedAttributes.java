package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.find;
import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Observed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Field values as attributes. A value is a string, a blank is NULL, and what was not observed is left out.
/// Fields stand in lists, `[{field: phone, hubspot: ..., xero: ...}]`, because DynamoDB forgets the order of a
/// map's members and the core must see the same order after every read.
final class ObservedAttributes {

    private ObservedAttributes() {}

    /// The member under `name`, or none.
    static Map<String, AttributeValue> from(String name, Observed<String> observed) {
        return switch (observed) {
            case Observed.Value<String>(String value) -> Map.of(name, text(value));
            case Observed.Blank<String> _ -> Map.of(name, AttributeValue.fromNul(true));
            case Observed.Unobserved<String> _ -> Map.of();
        };
    }

    static Observed<String> get(Map<String, AttributeValue> members, String name) {
        return find(members, name)
                .map(member ->
                        Boolean.TRUE.equals(member.nul()) ? Observed.<String>blank() : Observed.of(text(members, name)))
                .orElseGet(Observed::unobserved);
    }

    static AttributeValue fromFields(Fields fields) {
        return list(fields.values().entrySet().stream()
                .map(field -> Members.none()
                        .with("field", field.getKey())
                        .with(from("value", field.getValue()))
                        .map())
                .toList());
    }

    static Fields toFields(List<AttributeValue> stored) {
        var fields = new LinkedHashMap<String, Observed<String>>();
        for (var field : stored) fields.put(text(field.m(), "field"), get(field.m(), "value"));
        return new Fields(fields);
    }

    static AttributeValue fromPairs(Map<String, Agreed<String, String>> pairs) {
        return list(pairs.entrySet().stream()
                .map(pair -> Members.none()
                        .with("field", pair.getKey())
                        .with(from("hubspot", pair.getValue().hubspot()))
                        .with(from("xero", pair.getValue().xero()))
                        .map())
                .toList());
    }

    static Map<String, Agreed<String, String>> toPairs(List<AttributeValue> stored) {
        var pairs = new LinkedHashMap<String, Agreed<String, String>>();
        for (var pair : stored) {
            pairs.put(text(pair.m(), "field"), new Agreed<>(get(pair.m(), "hubspot"), get(pair.m(), "xero")));
        }
        return pairs;
    }
}
