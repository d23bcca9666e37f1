package dev.quotetocash.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Calls the operator function: of a sandbox over HTTP, of a deployed stack through the SAM command line with
/// the caller's own credentials.
final class OperatorCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OperatorCalls() {}

    static JsonNode local(String api, String command) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + "/2015-03-31/functions/Operator/invocations"))
                .POST(HttpRequest.BodyPublishers.ofString(event(command)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (ConnectException e) {
            throw new IOException("Nothing answers at " + api
                    + ". Start the sandbox with ./bridge up, or name a deployed" + " stack with --stack.");
        }
    }

    static JsonNode deployed(String stack, String command) throws IOException, InterruptedException {
        Process sam;
        try {
            sam = new ProcessBuilder(
                            "sam", "remote", "invoke", "Operator", "--stack-name", stack, "--event", event(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IOException("The SAM command line is not installed: install it, then run this again.");
        }
        var answer = sam.getInputStream().readAllBytes();
        if (sam.waitFor() != 0) throw new IOException("sam remote invoke failed; its message stands above.");
        return JSON.readTree(answer);
    }

    /// Prints the command's lines. True if it did all it should.
    static boolean print(PrintStream screen, JsonNode answer) {
        var ok = answer.path("ok").asBoolean(false);
        if (!answer.has("lines")) {
            System.err.println("The operator function failed: " + answer);
            return false;
        }
        answer.path("lines").forEach(line -> (ok ? screen : System.err).println("  " + line.asText()));
        return ok;
    }

    private static String event(String command) {
        return JSON.createObjectNode().put("command", command).toString();
    }
}
