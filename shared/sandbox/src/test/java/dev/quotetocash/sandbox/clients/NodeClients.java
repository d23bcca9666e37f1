package dev.quotetocash.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The vendors' Node clients, installed once for each lock file below `target`, with the story beside them. Where
/// they cannot be had, the test that wants them is skipped with a sentence.
final class NodeClients {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path INSTALLED = Path.of("target/node-clients");

    /// HubSpot's client asks for 22 in its package file and works from the first with everything it uses.
    private static final int NODE_MIN = 20;

    private static final Duration LOOK_MAX = Duration.ofSeconds(20);
    private static final Duration INSTALL_MAX = Duration.ofMinutes(5);

    /// How npm says that the registry was not reached, or would not give the packages to this machine.
    private static final List<String> UNREACHABLE = List.of(
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ENETUNREACH",
            "EHOSTUNREACH",
            "ETIMEDOUT",
            "ERR_SOCKET_TIMEOUT",
            "CERT_",
            "UNABLE_TO_",
            "SELF_SIGNED_",
            "E401",
            "E403",
            "E407",
            "E5");

    private final Path folder;

    private NodeClients(Path folder) {
        this.folder = folder;
    }

    static NodeClients installed() throws IOException {
        checkNode();
        var folder = INSTALLED.resolve(hash(SOURCES.resolve("package-lock.json")));
        Files.createDirectories(folder);
        copySources(folder);
        // npm writes this file last.
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) install(folder);
        return new NodeClients(folder);
    }

    /// Runs the story on what the facts file names.
    Tool.Result story(Path facts, Duration atMost) {
        return Tool.run(
                        folder,
                        atMost,
                        "node",
                        "story.mjs",
                        facts.toAbsolutePath().toString())
                .orElseThrow();
    }

    private static void checkNode() {
        var node = Tool.run(Path.of("target"), LOOK_MAX, "node", "--version");
        assumeTrue(node.isPresent(), "Node is not installed: the vendors' Node clients were not run.");
        var version = node.orElseThrow().output().strip();
        var major = Integer.parseInt(version.replaceAll("^v(\\d+).*$", "$1"));
        assumeTrue(
                major >= NODE_MIN,
                "Node is " + version + ", and the vendors' clients need " + NODE_MIN + ": they were not run.");
    }

    private static void install(Path folder) {
        var npm = Tool.run(
                folder,
                INSTALL_MAX,
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefer-offline",
                "--fetch-retries=1");
        assumeTrue(npm.isPresent(), "npm is not installed: the vendors' Node clients were not run.");
        var result = npm.orElseThrow();
        if (result.code() == 0) return;
        if (UNREACHABLE.stream().anyMatch(code -> result.output().contains(" code " + code)))
            abort("npm cannot reach its registry: the vendors' Node clients were not run.");
        assertThat(result.code()).as("npm ci says:%n%s", result.output()).isZero();
    }

    private static void copySources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (var file : files.toList())
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String hash(Path lock) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lock));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
