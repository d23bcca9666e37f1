package dev.quotetocash.sandbox.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A command of this machine, run in a folder until it ends or its time is over.
final class Tool {

    /// What it printed on both streams. A command that was stopped for its time has no code of 0.
    record Result(int code, String output) {}

    private static final int STOPPED = -1;

    private Tool() {}

    /// Empty if the command is not installed.
    static Optional<Result> run(Path folder, Duration atMost, String... command) {
        try {
            var output = Files.createTempFile(folder, "output", ".txt");
            try {
                return started(folder, output, command).map(process -> finish(process, output, atMost));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Process> started(Path folder, Path output, String... command) {
        try {
            return Optional.of(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start());
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static Result finish(Process process, Path output, Duration atMost) {
        try {
            var ended = process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return new Result(ended ? process.exitValue() : STOPPED, Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
