package dev.quotetocash.aws;

import static dev.quotetocash.aws.Attributes.binary;
import static dev.quotetocash.aws.Attributes.integer;
import static dev.quotetocash.aws.Attributes.list;
import static dev.quotetocash.aws.Attributes.map;
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
            case Work.Idle() -> Members.state("Idle").map();
            case Work.Settling(Instant until, String hash) ->
                Members.state("Settling")
                        .with("until", until)
                        .with("hash", hash)
                        .map();
            case Work.Intended(
                    int attempt,
                    Payload body,
                    Instant since,
                    Phase phase,
                    int emptyLookUps,
                    Instant nextAt) ->
                Members.state("Intended")
                        .with("attempt", attempt)
                        .with("body", Gzip.pack(body.bytes()))
                        .with("since", since)
                        .with("phase", fromPhase(phase))
                        .with("emptyLookUps", emptyLookUps)
                        .with("nextAt", nextAt)
                        .map();
            case Work.Acting(Fields hubspot, Fields xero, Instant deadline) ->
                Members.state("Acting")
                        .with("hubspot", ObservedAttributes.fromFields(hubspot))
                        .with("xero", ObservedAttributes.fromFields(xero))
                        .with("deadline", deadline)
                        .map();
            case Work.Parked(Cause waitsFor, String reason, Instant recheckAt, Work was, int rechecks) ->
                Members.state("Parked")
                        .with("waitsFor", waitsFor.value())
                        .with("reason", reason)
                        .with("recheckAt", recheckAt)
                        .with("was", from(was))
                        .with("rechecks", rechecks)
                        .map();
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
                        toWork(map(stored, "was")),
                        integer(stored, "rechecks"));
            default -> throw new IllegalStateException("a stored link has the unknown work '" + state + "'");
        };
    }

    private static AttributeValue fromPhase(Phase phase) {
        return switch (phase) {
            case Phase.Sending(Instant sendUntil) ->
                Members.state("Sending").with("sendUntil", sendUntil).map();
            case Phase.NotExecuted(Instant at) ->
                Members.state("NotExecuted").with("at", at).map();
            case Phase.Refused(Instant at) ->
                Members.state("Refused").with("at", at).map();
            case Phase.Unknown(Instant closedAt) ->
                Members.state("Unknown").with("closedAt", closedAt).map();
        };
    }

    private static Phase toPhase(Map<String, AttributeValue> stored) {
        var state = text(stored, "state");
        return switch (state) {
            case "Sending" -> new Phase.Sending(time(stored, "sendUntil"));
            case "NotExecuted" -> new Phase.NotExecuted(time(stored, "at"));
            case "Refused" -> new Phase.Refused(time(stored, "at"));
            case "Unknown" -> new Phase.Unknown(time(stored, "closedAt"));
            default -> throw new IllegalStateException("a stored intent has the unknown phase '" + state + "'");
        };
    }
}
