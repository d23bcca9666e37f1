package dev.quotetocash.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attributes of a row, or the members of a map in it, one after the other.
final class Members {

    private final Map<String, AttributeValue> members = new LinkedHashMap<>();

    private Members() {}

    static Members none() {
        return new Members();
    }

    /// Of something that has several forms: its first member tells which.
    static Members state(String name) {
        return none().with("state", name);
    }

    Members with(String name, AttributeValue value) {
        members.put(name, value);
        return this;
    }

    Members with(String name, String value) {
        return with(name, Attributes.text(value));
    }

    Members with(String name, long value) {
        return with(name, Attributes.number(value));
    }

    Members with(String name, Instant value) {
        return with(name, Attributes.time(value));
    }

    Members with(String name, byte[] value) {
        return with(name, Attributes.binary(value));
    }

    Members with(String name, List<AttributeValue> values) {
        return with(name, Attributes.list(values));
    }

    Members with(Map<String, AttributeValue> more) {
        members.putAll(more);
        return this;
    }

    AttributeValue map() {
        return Attributes.map(members);
    }

    Map<String, AttributeValue> row() {
        return members;
    }
}
