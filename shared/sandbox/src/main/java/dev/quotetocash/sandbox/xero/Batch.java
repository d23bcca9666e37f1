package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Writes the elements of a request one after the other and answers for all of them (reference sections 1.3,
/// 9.1, 9.2).
/// A refused element leaves nothing behind, whatever its writer changed before it was refused.
///
/// @param plural the envelope's member
/// @param errorFlag what marks a refused element: `HasErrors`, `HasValidationErrors` or nothing
record Batch(String plural, String errorFlag) {

    static final Batch CONTACTS = new Batch("Contacts", "HasValidationErrors");
    static final Batch INVOICES = new Batch("Invoices", "HasErrors");
    static final Batch ITEMS = new Batch("Items", "HasValidationErrors");
    static final Batch PAYMENTS = new Batch("Payments", "HasValidationErrors");
    static final Batch CREDIT_NOTES = new Batch("CreditNotes", "HasErrors");
    static final Batch ALLOCATIONS = new Batch("Allocations", "");
    static final Batch BATCH_PAYMENTS = new Batch("BatchPayments", "");
    static final Batch BANK_TRANSACTIONS = new Batch("BankTransactions", "");

    /// For the lists, which take `summarizeErrors` (also spelled with a capital); true unless sent.
    Answer writeAll(Call call, Function<ObjectNode, Outcome> writer) {
        var asked =
                call.request().query("summarizeErrors").or(() -> call.request().query("SummarizeErrors"));
        return write(call, asked.filter("false"::equalsIgnoreCase).isEmpty(), node -> known(call, node, writer));
    }

    private static Outcome known(Call call, ObjectNode node, Function<ObjectNode, Outcome> writer) {
        var outcome = writer.apply(node);
        return outcome instanceof Outcome.Missing && !call.is(Unconfirmed.UNKNOWN_ID_FAILS_BATCH)
                ? new Outcome.Refused(node, List.of("The record with this id could not be found."))
                : outcome;
    }

    /// For the lists that know no `summarizeErrors`.
    Answer writeOne(Call call, Function<ObjectNode, Outcome> writer) {
        return write(call, true, writer);
    }

    /// For the addresses of one record, `POST /Payments`, Accounts and TaxRates, which take one element per
    /// request (reference sections 1.2 and 1.3).
    Answer writeSingle(Call call, Function<ObjectNode, Outcome> writer) {
        return tooMany(call, 1).orElseGet(() -> writeOne(call, writer));
    }

    /// The refusal of a request with more than `most` elements.
    Optional<Answer> tooMany(Call call, int most) {
        return elements(call).size() <= most
                ? Optional.empty()
                : Optional.of(Answer.refused(
                        14, "PostDataInvalidException", "At most " + most + " of " + plural + " per request"));
    }

    /// The refusal of a request about one thing that is not an element of a batch.
    static Answer refused(ObjectNode shown, String message) {
        var element = shown.deepCopy();
        element.putArray("ValidationErrors").addObject().put("Message", message);
        var content = Json.object().put("ErrorNumber", 10).put("Type", "ValidationException");
        content.put("Message", "A validation exception occurred").set("Elements", Json.array(List.of(element)));
        return new Answer.BadRequest(content);
    }

    private Answer write(Call call, boolean summarize, Function<ObjectNode, Outcome> writer) {
        var elements = elements(call);
        if (elements.isEmpty()) {
            return Answer.refused(14, "PostDataInvalidException", "JSON for post data was invalid");
        }
        var before = Mark.of(call);
        var shown = new ArrayList<ObjectNode>();
        var refused = new ArrayList<ObjectNode>();
        for (var element : elements) {
            var mark = Mark.of(call);
            switch (writer.apply(element)) {
                case Outcome.Saved(var saved) ->
                    shown.add(summarize ? saved : marked(saved, saved.has("Warnings") ? "WARNING" : "OK"));
                case Outcome.Refused no -> {
                    mark.takeBack(call);
                    refused.add(explained(no));
                    shown.add(marked(explained(no), "ERROR"));
                }
                case Outcome.Missing _ -> {
                    before.takeBack(call);
                    return new Answer.NotFound();
                }
            }
        }
        if (!summarize || refused.isEmpty()) return Answer.of(plural, shown);
        if (!call.is(Unconfirmed.REFUSED_BATCH_SAVES_REST)) before.takeBack(call);
        var content = Json.object().put("ErrorNumber", 10).put("Type", "ValidationException");
        content.put("Message", "A validation exception occurred").set("Elements", Json.array(refused));
        return new Answer.BadRequest(content);
    }

    private boolean names(Call call, String member) {
        return call.is(Unconfirmed.ENVELOPE_IN_ANY_CASE) ? member.equalsIgnoreCase(plural) : member.equals(plural);
    }

    /// What the envelope holds, else a bare object or array.
    private List<ObjectNode> elements(Call call) {
        var parsed = Json.parse(call.request().text());
        if (parsed.isEmpty()) return List.of();
        Json.tame(parsed.get());
        var content = parsed.get()
                .propertyStream()
                .filter(member -> names(call, member.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(parsed.get());
        if (content instanceof ObjectNode single) return List.of(single);
        return content.valueStream()
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private ObjectNode explained(Outcome.Refused refused) {
        var shown = refused.shown().deepCopy();
        if (!errorFlag.isEmpty()) shown.put(errorFlag, true);
        var messages = shown.putArray("ValidationErrors");
        refused.messages().forEach(message -> messages.addObject().put("Message", message));
        return shown;
    }

    private static ObjectNode marked(ObjectNode shown, String status) {
        return shown.put("StatusAttributeString", status);
    }

    /// Where the books and the events stood.
    private record Mark(int changes, int events) {

        static Mark of(Call call) {
            return new Mark(call.books().mark(), call.events().size());
        }

        void takeBack(Call call) {
            call.books().takeBackTo(changes);
            call.events().subList(events, call.events().size()).clear();
        }
    }
}
