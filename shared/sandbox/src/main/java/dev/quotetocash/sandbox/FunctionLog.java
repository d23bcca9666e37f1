package dev.quotetocash.sandbox;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Functions log to standard output, as in Lambda. Where a person reads along, that goes to a
/// file of this process instead.
final class FunctionLog {

    static final Path FILE =
            Path.of("shared/sandbox/target/functions-" + ProcessHandle.current().pid() + ".log");

    private FunctionLog() {}

    /// From now on standard output is the file. Whoever still wants to print keeps the stream from before.
    static void divert() throws IOException {
        Files.createDirectories(FILE.getParent());
        System.setOut(new PrintStream(new FileOutputStream(FILE.toFile()), true, StandardCharsets.UTF_8));
    }
}
