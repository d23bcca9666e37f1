package dev.quotetocash.sandbox.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Xero's published OpenAPI documents (github.com/XeroAPI/Xero-OpenAPI) in the folder that `XERO_OPENAPI` names,
/// else beside the repository. They are no part of it: a test that needs an absent one is skipped.
final class XeroDocuments {

    private static final String VARIABLE = "XERO_OPENAPI";
    private static final String BESIDE = "../shared/reference/xero-openapi";

    private XeroDocuments() {}

    /// The text of `name`; skips the test where it is absent.
    static String text(String name) {
        return new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        var file = folder().resolve(name).normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                () -> "Skipped: there is no " + file + ". Let " + VARIABLE + " name the folder of Xero's documents.");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .orElseGet(() -> root().resolve(BESIDE));
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("template.yaml"))) return folder;
        throw new IllegalStateException(
                "There is no template.yaml above " + Path.of("").toAbsolutePath());
    }
}
