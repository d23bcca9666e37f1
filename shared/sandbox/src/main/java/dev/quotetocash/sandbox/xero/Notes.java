package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The history of a record: notes of at most 2500 characters (reference sections 3.2 and 8), newest first.
/// Xero's own entries are documented nowhere, so there are none.
final class Notes {

    private static final int DETAILS = 2500;
    private static final Batch RECORDS = new Batch("HistoryRecords", "HasValidationErrors");

    private Notes() {}

    static Answer answer(Call call, List<String> path, UUID owner) {
        if (path.size() > 3) return new Answer.NotFound();
        return switch (call.request().method()) {
            case "GET" ->
                Answer.of(
                        "HistoryRecords",
                        call.books().desk.notes().getOrDefault(owner, List.of()).reversed().stream()
                                .map(Notes::view)
                                .toList());
            case "PUT" -> RECORDS.writeOne(call, node -> add(call, node, path.getFirst(), owner));
            default -> new Answer.NotFound();
        };
    }

    private static Outcome add(Call call, ObjectNode node, String resource, UUID owner) {
        var sent = call.sent(node);
        var details = sent.filled("Details").orElse("");
        if (details.isEmpty()) sent.refuse("Details must be specified.");
        sent.refuse(FieldLimits.check("Details", details, DETAILS));
        if (!sent.problems().isEmpty()) return new Outcome.Refused(node.deepCopy(), sent.problems());
        var user = call.byFinance() ? Person.FIRST_NAME + " " + Person.LAST_NAME : "System Generated";
        var note = new Note(call.now(), user, details);
        var all = new ArrayList<>(call.books().desk.notes().getOrDefault(owner, List.of()));
        all.add(note);
        call.books().desk.notes().put(owner, List.copyOf(all));
        if (call.is(Unconfirmed.NOTE_MOVES_INVOICE)) Stamps.move(call, resource, owner);
        return new Outcome.Saved(view(note));
    }

    private static ObjectNode view(Note note) {
        return Json.object()
                .put("Changes", "Note")
                .put("DateUTCString", Dates.secondString(note.at()))
                .put("DateUTC", Dates.moment(note.at()))
                .put("User", note.user())
                .put("Details", note.details());
    }
}
