package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs a SAM template on one machine. After [#start] its routes answer, its queues are consumed and its
/// schedules fire.
///
///     try (var aws = EmbeddedAws.start();
///             var host = TemplateHost.start(aws, HostOptions.of(Path.of("."))
///                     .withParameters(Map.of("HubSpotPortalId", "1", "XeroTenantId", tenant))
///                     .withScheduleEvery(Duration.ofSeconds(2)))) {
///         post(host.address() + "/hubspot/webhooks", delivery);
///         host.invoke("Operator", "{}");
///     }
public final class TemplateHost implements AutoCloseable {

    public static final String STACK_NAME = "quote-to-cash";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AwsClients clients;
    private final HostOptions options;
    private final Intrinsics intrinsics;
    private final Template template;
    private final PhysicalNames names;
    private final HostedQueues queues;
    private final HttpApi api;
    private final Map<String, LoadedFunction> functions = new LinkedHashMap<>();
    private final List<QueueSubscription> subscriptions = new ArrayList<>();
    private final ScheduledExecutorService schedules = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().name("schedules").factory());

    private TemplateHost(EmbeddedAws aws, HostOptions options, Template template, AwsClients clients, HttpApi api) {
        this.options = options;
        this.template = template;
        this.clients = clients;
        this.api = api;
        this.queues = new HostedQueues(clients.sqs());
        this.names = new PhysicalNames(template, STACK_NAME, aws.sqs().toString(), api.publicAddress());
        this.intrinsics = new Intrinsics(Parameters.of(template, options.parameters()), template.conditions(), names);
    }

    public static TemplateHost start(EmbeddedAws aws, HostOptions options) {
        var template = Template.read(options.root().resolve("template.yaml"));
        var api = new HttpApi(options.port());
        var clients = AwsClients.of(aws);
        try {
            var host = new TemplateHost(aws, options, template, clients, api);
            host.bringUp(aws);
            return host;
        } catch (RuntimeException failed) {
            api.close();
            clients.close();
            throw failed;
        }
    }

    private void bringUp(EmbeddedAws aws) {
        try {
            makeResources();
            loadFunctions(aws);
            connectTriggers();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// Of the HTTP API, without a trailing slash: `http://127.0.0.1:8080`.
    public String address() {
        return api.address();
    }

    /// The same as a browser comes to it: `http://localhost:8080`.
    public String publicAddress() {
        return api.publicAddress();
    }

    /// Invokes a function and waits for its reply. Throws [FunctionFailed] if the function throws.
    public String invoke(String logicalId, String json) {
        return function(logicalId).invoke(json);
    }

    /// Fires all schedules of a function once, now, and waits.
    public void fire(String logicalId) {
        for (var trigger : function(logicalId).declaration().triggers())
            if (trigger instanceof FunctionDeclaration.Trigger.Schedule schedule)
                function(logicalId).invoke(scheduledEvent(schedule));
    }

    /// By logical id; dead-letter queues are counted with the queue that they belong to.
    public Map<String, QueueDepth> queueDepths() {
        return queues.depths();
    }

    public QueueDepth queueDepth(String queue) {
        var depth = queueDepths().get(queue);
        if (depth == null) throw new IllegalArgumentException("There is no queue " + queue);
        return depth;
    }

    /// Nothing runs at this moment, and nothing is queued or delayed for a function. What lies in a queue that no
    /// function consumes disturbs nobody.
    public boolean isQuiet() {
        return subscriptions.stream()
                        .allMatch(
                                subscription -> queueDepth(subscription.queue()).isQuiet())
                && functions.values().stream().allMatch(function -> function.running() == 0);
    }

    /// The body of every message received so far, by queue, in order of arrival; a redelivered one stands here
    /// again.
    public Map<String, List<String>> messagesSeen() {
        return queues.seen();
    }

    /// Puts a message into a queue, given by logical id.
    public void send(String queue, String body) {
        queues.send(queue, body);
    }

    /// Puts everything that was received so far into its queue again, `times` over, in an order of chance.
    /// Returns how many messages that were.
    public int redeliver(int times, Random order) {
        record Again(String queue, String body) {}
        var again = new ArrayList<Again>();
        for (var time = 0; time < times; time++) {
            messagesSeen().forEach((queue, bodies) -> bodies.forEach(body -> again.add(new Again(queue, body))));
        }
        Collections.shuffle(again, order);
        again.forEach(message -> send(message.queue(), message.body()));
        return again.size();
    }

    /// What Ref gives for a resource: a table's name, a queue's URL, a secret's ARN.
    public String ref(String logicalId) {
        return intrinsics.text(JSON.createObjectNode().put("Ref", logicalId), "TemplateHost.ref");
    }

    /// What a secret of the template holds now, by logical id.
    public String secret(String logicalId) {
        return clients.secrets()
                .getSecretValue(get -> get.secretId(names.name(logicalId)))
                .secretString();
    }

    /// The environment that the template gives to a function, resolved.
    public Map<String, String> environment(String logicalId) {
        return function(logicalId).declaration().environment();
    }

    /// Waits for invocations under way. The embedded AWS goes on; closing it is for who started it.
    @Override
    public void close() {
        api.close();
        schedules.close();
        subscriptions.parallelStream().forEach(QueueSubscription::close);
        functions.values().forEach(LoadedFunction::close);
        clients.close();
    }

    private LoadedFunction function(String logicalId) {
        var function = functions.get(logicalId);
        if (function == null) throw new IllegalArgumentException("There is no function " + logicalId);
        return function;
    }

    private void makeResources() {
        for (var secret : made(PhysicalNames.Kind.SECRET)) {
            var value = options.secrets()
                    .getOrDefault(
                            secret.logicalId(),
                            intrinsics.text(secret.properties().path("SecretString"), secret.place()));
            var created = clients.secrets()
                    .createSecret(create ->
                            create.name(names.name(secret.logicalId())).secretString(value));
            names.secretCreated(secret.logicalId(), created.arn());
        }
        for (var table : made(PhysicalNames.Kind.TABLE))
            HostedTables.create(
                    clients.dynamo(),
                    table,
                    intrinsics.resolve(table.properties(), table.place()),
                    names.name(table.logicalId()));
        queues.create(made(PhysicalNames.Kind.QUEUE), intrinsics, names);
    }

    /// Loads them at the same time: each starts its own copy of the AWS SDK, and that is most of the start time.
    private void loadFunctions(EmbeddedAws aws) {
        try (var loaders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var loading = new LinkedHashMap<String, Future<LoadedFunction>>();
            for (var resource : made(PhysicalNames.Kind.FUNCTION)) {
                var declaration = FunctionDeclaration.of(resource, template.functionGlobals(), intrinsics, names);
                loading.put(resource.logicalId(), loaders.submit(() -> load(declaration, aws)));
            }
            loading.forEach((logicalId, future) -> functions.put(logicalId, loaded(logicalId, future)));
        }
    }

    private LoadedFunction load(FunctionDeclaration declaration, EmbeddedAws aws) {
        var environment = new LinkedHashMap<>(declaration.environment());
        environment.putAll(aws.environment());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", declaration.logicalId());
        environment.putAll(options.environment());
        var artifact = options.root()
                .resolve("functions")
                .resolve(declaration.module())
                .resolve("target")
                .resolve("lambda");
        return new LoadedFunction(declaration, artifact, environment, options.failures());
    }

    private static LoadedFunction loaded(String logicalId, Future<LoadedFunction> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new FunctionFailed(logicalId, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + logicalId + " was loaded", e);
        }
    }

    private void connectTriggers() {
        for (var function : functions.values()) {
            api.invocable(function);
            for (var trigger : function.declaration().triggers()) {
                switch (trigger) {
                    case FunctionDeclaration.Trigger.Route route -> api.route(route.key(), function);
                    case FunctionDeclaration.Trigger.Queue queue ->
                        subscriptions.add(
                                new QueueSubscription(clients.sqs(), queues, queue, function, options.retryAfter()));
                    case FunctionDeclaration.Trigger.Schedule schedule -> connect(schedule, function);
                }
            }
        }
        subscriptions.forEach(QueueSubscription::start);
        api.start();
    }

    private void connect(FunctionDeclaration.Trigger.Schedule schedule, LoadedFunction function) {
        if (options.scheduleEvery().isZero()) return;
        var millis = options.scheduleEvery().toMillis();
        var unused = schedules.scheduleWithFixedDelay(
                () -> {
                    try {
                        function.invoke(scheduledEvent(schedule));
                    } catch (FunctionFailed alreadyReported) {
                        // The next tick is the retry.
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /// What EventBridge Scheduler sends to a function whose schedule has no input of its own.
    private static String scheduledEvent(FunctionDeclaration.Trigger.Schedule schedule) {
        if (!schedule.input().isEmpty()) return schedule.input();
        var event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", EmbeddedAws.ACCOUNT)
                .put("time", Instant.now().toString())
                .put("region", EmbeddedAws.REGION)
                .put("detail", "{}");
        event.putArray("resources").add("arn:aws:scheduler:::schedule/default/" + schedule.name());
        return event.toString();
    }

    /// Those whose condition holds, if they have one.
    private List<Template.Resource> made(PhysicalNames.Kind kind) {
        return template.resources(kind.type()).stream()
                .filter(resource -> !resource.declaration().has("Condition")
                        || intrinsics.holds(
                                resource.declaration().path("Condition").asText(), resource.place()))
                .toList();
    }
}
