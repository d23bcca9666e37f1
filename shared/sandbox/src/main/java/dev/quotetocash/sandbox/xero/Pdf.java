package dev.quotetocash.sandbox.xero;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A PDF file of one page with one line of text: valid, and as small as that allows.
final class Pdf {

    private Pdf() {}

    static byte[] of(String text) {
        var escaped = text.replaceAll("[^\\x20-\\x7E]", "?")
                .replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)");
        var drawn = "BT /F1 12 Tf 72 770 Td (" + escaped + ") Tj ET";
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + drawn.length() + " >>\nstream\n" + drawn + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return file(objects).getBytes(StandardCharsets.US_ASCII);
    }

    /// The objects, the table of where each starts, and where that table starts.
    private static String file(List<String> objects) {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var at = 0; at < objects.size(); at++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(at + 1).append(" 0 obj\n").append(objects.get(at)).append("\nendobj\n");
        }
        var start = file.length();
        var size = objects.size() + 1;
        return file.append("xref\n0 ")
                .append(size)
                .append("\n")
                .append(table)
                .append("trailer\n<< /Size ")
                .append(size)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n")
                .toString();
    }
}
