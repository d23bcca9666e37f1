package dev.quotetocash.sandbox.xero;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The endpoints of credits, batch payments and bank transactions.
final class MoneyRoutes {

    private static final String ALLOCATIONS = "Allocations";

    private MoneyRoutes() {}

    static Answer creditNotes(Call call, List<String> rest) {
        return switch (Routes.verb(call, rest)) {
            case "PUT" -> Batch.CREDIT_NOTES.writeAll(call, node -> CreditWrites.create(call, node));
            case "POST" -> Batch.CREDIT_NOTES.writeAll(call, node -> CreditWrites.upsert(call, node));
            case "POST one" ->
                Routes.withId(
                        rest, id -> Batch.CREDIT_NOTES.writeSingle(call, node -> CreditWrites.update(call, node, id)));
            default -> credits(call, rest, Credit.Family.CREDITNOTE);
        };
    }

    /// What all credits have: they are read and allocated.
    static Answer credits(Call call, List<String> rest, Credit.Family family) {
        if (rest.size() == 3) return deallocated(call, rest, family);
        return switch (Routes.verb(call, rest)) {
            case "GET" ->
                MoneyListings.credits(call, family)
                        .answerSorted(call, chosen(call, family).toList());
            case "GET one" ->
                Routes.found(
                        family.plural(),
                        credit(call, rest, family).map(new CreditView(call.books(), call.unitScale())::single));
            case "PUT Allocations" ->
                credit(call, rest, family)
                        .map(Credit::id)
                        .map(id -> Batch.ALLOCATIONS.writeAll(call, node -> AllocationWrites.create(call, node, id)))
                        .orElseGet(Answer.NotFound::new);
            default -> new Answer.NotFound();
        };
    }

    private static Answer deallocated(Call call, List<String> rest, Credit.Family family) {
        var credit = credit(call, rest, family);
        var allocation = Sent.guidOf(rest.get(2));
        var asked = call.request().method().equals("DELETE") && rest.get(1).equals(ALLOCATIONS);
        if (!asked || credit.isEmpty() || allocation.isEmpty()) return new Answer.NotFound();
        return AllocationWrites.delete(call, credit.get().id(), allocation.get());
    }

    /// Credit notes have a number too.
    private static Optional<Credit> credit(Call call, List<String> rest, Credit.Family family) {
        return Routes.byId(call.books().credits, rest)
                .filter(credit -> credit.is(family))
                .or(() -> call.books()
                        .creditNotesNumbered(rest.getFirst())
                        .filter(_ -> family == Credit.Family.CREDITNOTE)
                        .findFirst());
    }

    /// `References` chooses overpayments, `InvoiceNumbers` prepayments.
    private static Stream<Credit> chosen(Call call, Credit.Family family) {
        var all = call.books().creditsByChange.all().stream().filter(credit -> credit.is(family));
        return switch (family) {
            case CREDITNOTE -> all;
            case OVERPAYMENT -> {
                var references = texts(call, "References");
                yield all.filter(
                        credit -> Routes.among(references, credit.head().reference()));
            }
            case PREPAYMENT -> {
                var numbers = texts(call, "InvoiceNumbers");
                yield all.filter(credit -> Routes.among(numbers, credit.head().number()));
            }
        };
    }

    /// The OpenAPI document shows these texts in quotation marks.
    private static Optional<List<String>> texts(Call call, String parameter) {
        return Routes.listed(call, parameter)
                .map(texts -> texts.stream().map(text -> text.replace("\"", "")).toList());
    }

    static Answer batchPayments(Call call, List<String> rest) {
        var view = new BatchPaymentView(call.books());
        return switch (Routes.verb(call, rest)) {
            case "GET" -> MoneyListings.batchPayments(call).answer(call, call.books().batchPayments.values().stream());
            case "PUT" -> Batch.BATCH_PAYMENTS.writeAll(call, node -> BatchPaymentWrites.create(call, node));
            case "POST" -> Batch.BATCH_PAYMENTS.writeSingle(call, node -> BatchPaymentWrites.delete(call, node));
            case "GET one" ->
                Routes.found(
                        "BatchPayments",
                        Routes.byId(call.books().batchPayments, rest).map(view::full));
            case "POST one" ->
                Routes.withId(
                        rest,
                        id -> Batch.BATCH_PAYMENTS.writeSingle(
                                call, node -> BatchPaymentWrites.delete(call, node, id)));
            default -> new Answer.NotFound();
        };
    }

    static Answer bankTransactions(Call call, List<String> rest) {
        var view = new BankTransactionView(call.books(), call.unitScale());
        return switch (Routes.verb(call, rest)) {
            case "GET" ->
                MoneyListings.bankTransactions(call).answer(call, call.books().bankTransactions.values().stream());
            case "PUT" -> Batch.BANK_TRANSACTIONS.writeAll(call, node -> BankTransactionWrites.create(call, node));
            case "POST" -> Batch.BANK_TRANSACTIONS.writeAll(call, node -> BankTransactionWrites.upsert(call, node));
            case "GET one" ->
                Routes.found(
                        "BankTransactions",
                        Routes.byId(call.books().bankTransactions, rest).map(view::full));
            case "POST one" ->
                Routes.withId(
                        rest,
                        id -> Batch.BANK_TRANSACTIONS.writeSingle(
                                call, node -> BankTransactionWrites.delete(call, node, id)));
            default -> new Answer.NotFound();
        };
    }
}
