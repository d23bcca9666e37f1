package dev.quotetocash.sandbox.host;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joda.time.DateTime;

/// Builds a folder like the repository's: a template and packaged functions, made of handlers from the tests.
final class TestStack {

    private final Path root;

    TestStack(Path root) {
        this.root = root;
    }

    TestStack template(String yaml) {
        try {
            Files.writeString(root.resolve("template.yaml"), yaml);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestStack function(String module, Class<?> handler) {
        try {
            var lambda = root.resolve("functions").resolve(module).resolve("target/lambda");
            var classFile = handler.getName().replace('.', '/') + ".class";
            Files.createDirectories(lambda.resolve(classFile).getParent());
            Files.createDirectories(lambda.resolve("lib"));
            Files.copy(home(handler).resolve(classFile), lambda.resolve(classFile));
            Files.copy(home(SQSEvent.class), lambda.resolve("lib/events.jar"));
            Files.copy(home(DateTime.class), lambda.resolve("lib/joda-time.jar"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostOptions options() {
        return HostOptions.of(root);
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
