package dev.quotetocash.sandbox.xero;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What hangs on other records: their history, attachments, PDF files and e-mails (reference section 3.2).
final class Extras {

    private static final Set<String> WITH_HISTORY =
            Set.of("Invoices", "Contacts", "CreditNotes", "Items", "Quotes", "Payments", "Overpayments", "Prepayments");
    private static final Set<String> WITH_FILES = Set.of("Invoices", "Contacts", "CreditNotes", "Quotes");
    private static final Set<String> WITH_PDF = Set.of("Invoices", "CreditNotes", "Quotes");

    private Extras() {}

    /// Empty when the call asks for something else; `path` is the resource, then ids and parts.
    static Optional<Answer> answer(Call call, List<String> path) {
        if (path.size() == 2 && wantsPdf(call, path)) return Optional.of(pdf(call, path));
        if (path.size() < 3) return Optional.empty();
        return switch (path.get(2)) {
            case "History" -> Optional.of(owned(call, path, WITH_HISTORY, id -> Notes.answer(call, path, id)));
            case "Attachments" -> Optional.of(owned(call, path, WITH_FILES, id -> Attachments.answer(call, path, id)));
            case "Email" -> Optional.of(owned(call, path, Set.of("Invoices"), id -> Mails.send(call, path.size(), id)));
            case "pdf" -> Optional.of(path.size() == 3 ? pdf(call, path) : new Answer.NotFound());
            default -> Optional.empty();
        };
    }

    private interface Owned {
        Answer answer(UUID id);
    }

    private static Answer owned(Call call, List<String> path, Set<String> resources, Owned owned) {
        if (!resources.contains(path.getFirst())) return new Answer.NotFound();
        return Owners.find(call.books(), path.getFirst(), path.get(1))
                .map(owned::answer)
                .orElseGet(Answer.NotFound::new);
    }

    private static boolean wantsPdf(Call call, List<String> path) {
        return WITH_PDF.contains(path.getFirst())
                && call.request().method().equals("GET")
                && call.request()
                        .header("accept")
                        .filter(accept -> accept.toLowerCase(Locale.ROOT).contains("application/pdf"))
                        .isPresent();
    }

    private static Answer pdf(Call call, List<String> path) {
        if (!call.request().method().equals("GET")) return new Answer.NotFound();
        return owned(
                call,
                path,
                WITH_PDF,
                id -> new Answer.File("application/pdf", Pdf.of(path.getFirst() + " " + path.get(1))));
    }
}
