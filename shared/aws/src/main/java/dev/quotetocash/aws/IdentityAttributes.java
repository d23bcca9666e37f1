package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.list;
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
                Members.state("Unlinked").with("records", fromRecords(records)).map();
            case Identity.Linked(List<RecordRef> records) ->
                Members.state("Linked").with("records", fromRecords(records)).map();
            case Identity.Suspended(List<RecordRef> records, String why) ->
                Members.state("Suspended")
                        .with("records", fromRecords(records))
                        .with("why", why)
                        .map();
            case Identity.AliasOf(LinkKey link) ->
                Members.state("AliasOf").with("link", link.value()).map();
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
