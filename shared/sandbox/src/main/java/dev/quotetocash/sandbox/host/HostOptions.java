package dev.quotetocash.sandbox.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How a template is run here.
///
/// @param root           folder with template.yaml and functions/ @param parameters     by name, for those that
/// shall not have their default @param secrets        values by logical id, in place of the template's
/// placeholders @param environment    what every function gets besides the template's environment and the embedded
/// AWS's @param port           of the HTTP API on loopback; 0 takes any free one @param scheduleEvery  in place of
/// every schedule's rate; zero: schedules fire only when [TemplateHost#fire] says so @param retryAfter     how
/// long a failed message stays hidden; empty: for the queue's visibility time-out, as in AWS @param failures
/// is told of every invocation that failed, by several threads; unless said otherwise it prints
public record HostOptions(
        Path root,
        Map<String, String> parameters,
        Map<String, String> secrets,
        Map<String, String> environment,
        int port,
        Duration scheduleEvery,
        Optional<Duration> retryAfter,
        Consumer<FunctionFailed> failures) {

    public HostOptions {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
        environment = Map.copyOf(environment);
    }

    /// Any port, no schedules, the queues' own visibility, nothing given.
    public static HostOptions of(Path root) {
        return new HostOptions(
                root, Map.of(), Map.of(), Map.of(), 0, Duration.ZERO, Optional.empty(), HostOptions::print);
    }

    public HostOptions withParameters(Map<String, String> values) {
        return new HostOptions(
                root, plus(parameters, values), secrets, environment, port, scheduleEvery, retryAfter, failures);
    }

    public HostOptions withSecret(String logicalId, String json) {
        return new HostOptions(
                root,
                parameters,
                plus(secrets, Map.of(logicalId, json)),
                environment,
                port,
                scheduleEvery,
                retryAfter,
                failures);
    }

    public HostOptions withEnvironment(Map<String, String> variables) {
        return new HostOptions(
                root, parameters, secrets, plus(environment, variables), port, scheduleEvery, retryAfter, failures);
    }

    public HostOptions withPort(int newPort) {
        return new HostOptions(root, parameters, secrets, environment, newPort, scheduleEvery, retryAfter, failures);
    }

    public HostOptions withScheduleEvery(Duration rate) {
        return new HostOptions(root, parameters, secrets, environment, port, rate, retryAfter, failures);
    }

    public HostOptions withRetryAfter(Duration hidden) {
        return new HostOptions(
                root, parameters, secrets, environment, port, scheduleEvery, Optional.of(hidden), failures);
    }

    public HostOptions withFailures(Consumer<FunctionFailed> listener) {
        return new HostOptions(root, parameters, secrets, environment, port, scheduleEvery, retryAfter, listener);
    }

    private static void print(FunctionFailed failed) {
        failed.printStackTrace();
    }

    private static Map<String, String> plus(Map<String, String> some, Map<String, String> more) {
        var all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }
}
