package dev.quotetocash.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole stack, with the vendors' own Node clients as the only users (docs/reference/hubspot-api.md, 19, and
/// xero-api.md, 15.2). The story is src/test/node; its installed form runs by hand too, on a sandbox of
/// `./bridge up --json FACTS`.
class VendorClientsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Duration STORY_MAX = Duration.ofMinutes(5);

    private final PrintStream screen = System.out;

    @BeforeEach
    void quieten() {
        // The functions' log lines would bury the build's own.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void restore() {
        System.setOut(screen);
    }

    @Test
    void bringADealFromTheQuoteToTheCash(@TempDir Path folder) throws IOException {
        var clients = NodeClients.installed();
        try (var sandbox = Sandbox.start(Sandbox.Options.quick(ROOT))) {
            for (var command : List.of("setup", "activate"))
                assertThat(sandbox.host().invoke("Operator", "{\"command\":\"" + command + "\"}"))
                        .contains("\"ok\":true");

            var told = clients.story(facts(sandbox, folder), STORY_MAX);

            assertThat(told.code()).as("the story says:%n%s", told.output()).isZero();
            assertThat(told.output()).contains("the deal shows PAID", "all as the vendors' clients expect");
        }
    }

    /// As `./bridge up --json` writes it.
    private static Path facts(Sandbox sandbox, Path folder) throws IOException {
        return Files.write(folder.resolve("facts.json"), new ObjectMapper().writeValueAsBytes(sandbox.facts()));
    }
}
