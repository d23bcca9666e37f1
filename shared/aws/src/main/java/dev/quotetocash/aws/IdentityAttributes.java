package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.map;
import static dev.quotetocash.aws.Attributes.text;

import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An identity as attributes: `{state: Linked, records: [hubspot#deal#77, xero#invoice#...]}`.
final class IdentityAttributes {

    private IdentityAttributes() {}

    static AttributeValue from(Identity identity) {
        return switch (identity) {
            case Identity.Unlinked(List<RecordRef> records) ->
                map(Map.of("state", text("Unlinked"), "records", fromRecords(records)));
            case Identity.Linked(List<RecordRef> records) ->
                map(Map.of("state", text("Linked"), "records", fromRecords(records)));
            case Identity.Suspended(List<RecordRef> records, String why) ->
                map(Map.of("state", text("Suspended"), "records", fromRecords(records), "why", text(why)));
            case Identity.AliasOf(LinkKey link) -> map(Map.of("state", text("AliasOf"), "link", text(link.value())));
        };
    }

    static Identity toIdentity(Map<String, AttributeValue> stored) {
        var state = text(stored, "state");
        return switch (state) {
            case "Unlinked" -> new Identity.Unlinked(toRecords(stored));
            case "Linked" -> new Identity.Linked(toRecords(stored));
            case "Suspended" -> new Identity.Suspended(toRecords(stored), text(stored, "why"));
            case "AliasOf" -> new Identity.AliasOf(new LinkKey(text(stored, "link")));
            default -> throw new IllegalStateException("a stored link has the unknown identity '" + state + "'");
        };
    }

    private static AttributeValue fromRecords(List<RecordRef> records) {
        return list(records.stream().map(record -> text(record.toString())).toList());
    }

    private static List<RecordRef> toRecords(Map<String, AttributeValue> stored) {
        return list(stored, "records").stream()
                .map(record -> RecordRef.parse(record.s()))
                .toList();
    }
}
