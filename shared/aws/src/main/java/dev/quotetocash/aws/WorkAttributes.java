package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.binary;
import static dev.quotetocash.aws.Attributes.integer;
import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.map;
import static dev.quotetocash.aws.Attributes.number;
import static dev.quotetocash.aws.Attributes.text;
import static dev.quotetocash.aws.Attributes.time;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.Work.Phase;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Open work as attributes: `{state: Settling, until: ..., hash: ...}`. Times are ISO 8601, an intent's body is
/// gzip.
final class WorkAttributes {

    private WorkAttributes() {}

    static AttributeValue from(Work work) {
        return switch (work) {
            case Work.Idle() -> map(Map.of("state", text("Idle")));
            case Work.Settling(Instant until, String hash) ->
                map(Map.of("state", text("Settling"), "until", time(until), "hash", text(hash)));
            case Work.Intended(
                    int attempt,
                    Payload body,
                    Instant since,
                    Phase phase,
                    int emptyLookUps,
                    Instant nextAt) ->
                map(Map.of(
                        "state",
                        text("Intended"),
                        "attempt",
                        number(attempt),
                        "body",
                        binary(Gzip.pack(body.bytes())),
                        "since",
                        time(since),
                        "phase",
                        fromPhase(phase),
                        "emptyLookUps",
                        number(emptyLookUps),
                        "nextAt",
                        time(nextAt)));
            case Work.Acting(Fields hubspot, Fields xero, Instant deadline) ->
                map(Map.of(
                        "state",
                        text("Acting"),
                        "hubspot",
                        ObservedAttributes.fromFields(hubspot),
                        "xero",
                        ObservedAttributes.fromFields(xero),
                        "deadline",
                        time(deadline)));
            case Work.Parked(Cause waitsFor, String reason, Instant recheckAt, Work was) ->
                map(Map.of(
                        "state",
                        text("Parked"),
                        "waitsFor",
                        text(waitsFor.value()),
                        "reason",
                        text(reason),
                        "recheckAt",
                        time(recheckAt),
                        "was",
                        from(was)));
        };
    }

    static Work toWork(Map<String, AttributeValue> stored) {
        var state = text(stored, "state");
        return switch (state) {
            case "Idle" -> new Work.Idle();
            case "Settling" -> new Work.Settling(time(stored, "until"), text(stored, "hash"));
            case "Intended" ->
                new Work.Intended(
                        integer(stored, "attempt"),
                        new Payload(Gzip.unpack(binary(stored, "body"))),
                        time(stored, "since"),
                        toPhase(map(stored, "phase")),
                        integer(stored, "emptyLookUps"),
                        time(stored, "nextAt"));
            case "Acting" ->
                new Work.Acting(
                        ObservedAttributes.toFields(list(stored, "hubspot")),
                        ObservedAttributes.toFields(list(stored, "xero")),
                        time(stored, "deadline"));
            case "Parked" ->
                new Work.Parked(
                        new Cause(text(stored, "waitsFor")),
                        text(stored, "reason"),
                        time(stored, "recheckAt"),
                        toWork(map(stored, "was")));
            default -> throw new IllegalStateException("a stored link has the unknown work '" + state + "'");
        };
    }

    private static AttributeValue fromPhase(Phase phase) {
        return switch (phase) {
            case Phase.Sending(Instant sendUntil) ->
                map(Map.of("state", text("Sending"), "sendUntil", time(sendUntil)));
            case Phase.NotExecuted() -> map(Map.of("state", text("NotExecuted")));
            case Phase.Unknown(Instant closedAt) -> map(Map.of("state", text("Unknown"), "closedAt", time(closedAt)));
        };
    }

    private static Phase toPhase(Map<String, AttributeValue> stored) {
        var state = text(stored, "state");
        return switch (state) {
            case "Sending" -> new Phase.Sending(time(stored, "sendUntil"));
            case "NotExecuted" -> new Phase.NotExecuted();
            case "Unknown" -> new Phase.Unknown(time(stored, "closedAt"));
            default -> throw new IllegalStateException("a stored intent has the unknown phase '" + state + "'");
        };
    }
}
