package dev.quotetocash.aws;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reading and writing of DynamoDB attributes. A member that a row should have and has not is an exception that
/// names the member, never its neighbours' values.
final class Attributes {

    /// ISO 8601 with nine digits of a second: text that sorts like time.
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue time(Instant value) {
        return AttributeValue.fromS(SORTABLE.format(value));
    }

    static AttributeValue binary(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }

    static AttributeValue list(List<AttributeValue> values) {
        return AttributeValue.fromL(values);
    }

    /// Members in the order given, for whoever prints them; DynamoDB itself does not keep it.
    static AttributeValue map(Map<String, AttributeValue> members) {
        return AttributeValue.fromM(new LinkedHashMap<>(members));
    }

    static Optional<AttributeValue> find(Map<String, AttributeValue> row, String name) {
        return Optional.ofNullable(row.get(name));
    }

    static String text(Map<String, AttributeValue> row, String name) {
        return find(row, name).map(AttributeValue::s).orElseThrow(() -> missing(name));
    }

    static long number(Map<String, AttributeValue> row, String name) {
        return Long.parseLong(find(row, name).map(AttributeValue::n).orElseThrow(() -> missing(name)));
    }

    static int integer(Map<String, AttributeValue> row, String name) {
        return Math.toIntExact(number(row, name));
    }

    static Instant time(Map<String, AttributeValue> row, String name) {
        return Instant.parse(text(row, name));
    }

    static byte[] binary(Map<String, AttributeValue> row, String name) {
        return find(row, name)
                .map(AttributeValue::b)
                .orElseThrow(() -> missing(name))
                .asByteArray();
    }

    static List<AttributeValue> list(Map<String, AttributeValue> row, String name) {
        return find(row, name)
                .filter(AttributeValue::hasL)
                .map(AttributeValue::l)
                .orElseThrow(() -> missing(name));
    }

    static Map<String, AttributeValue> map(Map<String, AttributeValue> row, String name) {
        return find(row, name)
                .filter(AttributeValue::hasM)
                .map(AttributeValue::m)
                .orElseThrow(() -> missing(name));
    }

    static IllegalStateException missing(String name) {
        return new IllegalStateException("a stored row has no usable '" + name + "'");
    }
}
