package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The files attached to a record (reference section 3.2): at most 10, of 10 or 25 MB, sent as raw bytes.
final class Attachments {

    private static final int FILES_MAX = 10;
    private static final int MEGABYTE = 1_000_000;
    private static final String FORBIDDEN = "<>:\"/\\|?*+\0";
    private static final String API = "https://api.xero.com/api.xro/2.0/";

    private Attachments() {}

    static Answer answer(Call call, List<String> path, UUID owner) {
        var name = String.join("/", path.subList(3, path.size()));
        var files = call.books().desk.files().getOrDefault(owner, List.of());
        return switch (call.request().method()) {
            case "GET" -> name.isEmpty() ? list(path, owner, files) : content(files, name);
            case "PUT", "POST" -> name.isEmpty() ? new Answer.NotFound() : save(call, path, owner, name);
            default -> new Answer.NotFound();
        };
    }

    private static Answer list(List<String> path, UUID owner, List<Attachment> files) {
        return Answer.of(
                "Attachments",
                files.stream().map(file -> view(path.getFirst(), owner, file)).toList());
    }

    /// By file name or AttachmentID.
    private static Answer content(List<Attachment> files, String name) {
        return files.stream()
                .filter(file ->
                        file.fileName().equals(name) || file.id().toString().equalsIgnoreCase(name))
                .findFirst()
                .<Answer>map(file -> new Answer.File(file.mimeType(), file.content()))
                .orElseGet(Answer.NotFound::new);
    }

    /// A PUT adds a file, a POST also replaces the one of its name.
    private static Answer save(Call call, List<String> path, UUID owner, String name) {
        var files = new ArrayList<>(call.books().desk.files().getOrDefault(owner, List.of()));
        var known = files.stream().filter(file -> file.fileName().equals(name)).findFirst();
        var refusal = refusal(call, name, files.size(), known.isPresent());
        if (refusal.isPresent()) return Batch.refused(Json.object().put("FileName", name), refusal.get());
        var saved = new Attachment(
                known.map(Attachment::id).orElseGet(call.draws()::guid),
                name,
                call.request().header("content-type").orElse("application/octet-stream"),
                call.asks("IncludeOnline"),
                Base64.getEncoder().encodeToString(call.request().body()));
        known.ifPresentOrElse(before -> files.set(files.indexOf(before), saved), () -> files.add(saved));
        call.books().desk.files().put(owner, List.copyOf(files));
        if (call.is(Unconfirmed.ATTACHMENT_MOVES_INVOICE)) Stamps.move(call, path.getFirst(), owner);
        return Answer.of("Attachments", List.of(view(path.getFirst(), owner, saved)));
    }

    private static Optional<String> refusal(Call call, String name, int present, boolean known) {
        var limit = call.is(Unconfirmed.ATTACHMENTS_UP_TO_25_MEGABYTES) ? 25 : 10;
        var size = call.request().body().length;
        if (name.codePoints().anyMatch(letter -> FORBIDDEN.indexOf(letter) >= 0)) {
            return Optional.of("The file name contains characters that are not allowed.");
        }
        if (size == 0) return Optional.of("The attachment is empty.");
        if (size > limit * MEGABYTE) return Optional.of("The attachment is larger than " + limit + " MB.");
        if (known && call.request().method().equals("PUT")) {
            return Optional.of("An attachment named '" + name + "' already exists.");
        }
        return known || present < FILES_MAX
                ? Optional.empty()
                : Optional.of("A document can have at most 10 attachments.");
    }

    private static ObjectNode view(String resource, UUID owner, Attachment file) {
        var name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        var view = Json.object()
                .put("AttachmentID", file.id().toString())
                .put("FileName", file.fileName())
                .put("Url", API + resource + "/" + owner + "/Attachments/" + name)
                .put("MimeType", file.mimeType())
                .put("ContentLength", file.content().length);
        if (resource.equals("Invoices") || resource.equals("CreditNotes")) {
            view.put("IncludeOnline", file.includeOnline());
        }
        return view;
    }
}
