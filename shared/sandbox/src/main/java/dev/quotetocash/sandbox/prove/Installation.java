package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.DueRunner;
import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.HubSpotSweep;
import dev.quotetocash.engine.InvoiceEngine;
import dev.quotetocash.engine.InvoicePoller;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Marks;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.engine.Operator;
import dev.quotetocash.engine.PaymentEngine;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.hubspot.HubSpotClient;
import dev.quotetocash.hubspot.StaticToken;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.LineAmounts;
import dev.quotetocash.mapping.MappingSettings;
import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.HubSpotSignature;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.runtime.WebhookReceiver;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.xero.Credentials;
import dev.quotetocash.xero.XeroClient;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// One stack of the bridge: its tables and queues, and the functions as Lambda runs them. An instance of a function
/// keeps what it has cached, runs one invocation at a time, and is gone when an invocation dies.
final class Installation {

    static final Duration SETTLING = Duration.ofSeconds(90);
    static final Duration LOOK_UP_DELAY = Duration.ofMinutes(10);
    static final Duration RECHECK = Duration.ofHours(1);

    private static final Duration INVOCATION_MAX = Duration.ofSeconds(120);
    private static final Duration RECEIVER_MAX = Duration.ofSeconds(10);
    private static final Duration DUE_GRACE = Duration.ofSeconds(30);
    private static final int COLD_START = 30_000;

    final String name;
    final MemoryLinks links = new MemoryLinks();
    final MemoryMarks marks = new MemoryMarks();
    private final Clockwork clockwork;
    private final Chance chance;
    private final Passage passage;
    private final Vendors vendors;
    private final VendorPort hubspotHttp;
    private final VendorPort xeroHttp;
    private final InvoiceStatus createAs;
    private final Observer observer;
    private final Pair pair;
    private final Map<Notice.Queue, VirtualQueue> queues = new EnumMap<>(Notice.Queue.class);
    private final Map<Notice.Queue, List<Instance>> idle = new EnumMap<>(Notice.Queue.class);
    private final List<Instance> instances = new ArrayList<>();
    private final List<Clockwork.Task> running = new ArrayList<>();
    private final ClientCredentials tokens;
    private final Ports shared;
    private final WebhookReceiver receiver;
    private long ids;
    private int runs;
    private boolean stopped;

    /// A function's process: its clock, and what it has cached.
    private static final class Instance {
        private Duration skew = Duration.ZERO;
        private InvoiceEngine invoices;
        private PaymentEngine payments;
    }

    Installation(
            String name,
            Clockwork clockwork,
            Chance chance,
            Events events,
            Coverage coverage,
            Passage passage,
            Vendors vendors,
            InvoiceStatus createAs,
            Observer observer,
            Runnable written) {
        this.name = name;
        this.clockwork = clockwork;
        this.chance = chance;
        this.passage = passage;
        this.vendors = vendors;
        this.createAs = createAs;
        this.observer = observer;
        this.pair = new Pair(
                new PortalId(Long.toString(vendors.hubspotSettings.portalId())),
                new TenantId(vendors.xeroSettings.tenantId()));
        this.hubspotHttp = new VendorPort(
                vendors.hubspot, clockwork, passage, chance, sent -> Operation.ofHubSpot(sent.endpoint()), observer, written);
        this.xeroHttp = new VendorPort(
                vendors.xero,
                clockwork,
                passage,
                chance,
                sent -> Operation.ofXero(sent.endpoint(), sent.query()),
                observer,
                written);
        for (var queue : Notice.Queue.values()) {
            idle.put(queue, new ArrayList<>());
            var title = queue.name().toLowerCase(java.util.Locale.ROOT);
            queues.put(
                    queue,
                    new VirtualQueue(
                            clockwork,
                            chance,
                            events,
                            coverage,
                            title,
                            (batch, ended) -> invoke(queue, title, batch, ended)));
        }
        this.tokens = new ClientCredentials(
                xeroHttp,
                URI.create("https://identity.example"),
                () -> new Credentials(vendors.xeroSettings.clientId(), vendors.xeroSettings.clientSecret()),
                clockwork);
        this.shared = ports(clockwork);
        this.receiver = receiver();
    }

    VirtualQueue queue(Notice.Queue which) {
        return queues.get(which);
    }

    List<VirtualQueue> queues() {
        return List.copyOf(queues.values());
    }

    Pair pair() {
        return pair;
    }

    /// Runs one operator command, as `bridge setup` and `bridge activate` do.
    void operate(String command, Consumer<Operator> work) {
        start("operator " + command, INVOCATION_MAX, () -> work.accept(new Operator(shared)));
    }

    /// A webhook arrives; `answered` is told the status, and 0 if there was no answer.
    void receive(WebhookDelivery delivery, IntConsumer answered) {
        if (stopped) {
            clockwork.at(clockwork.instant().plus(RECEIVER_MAX), () -> answered.accept(0));
            return;
        }
        var status = new int[1];
        var task = start("receiver", RECEIVER_MAX, () -> {
            var call = new HttpCall("POST", delivery.url(), delivery.headers(), delivery.body());
            status[0] = delivery.url().equals(Vendors.HUBSPOT_WEBHOOKS) ? receiver.hubspot(call) : receiver.xero(call);
        });
        task.whenEnded(() -> answered.accept(task.died() ? 0 : status[0]));
    }

    void sweepXero() {
        if (stopped) return;
        start("poller", INVOCATION_MAX, () -> {
            passage.say("begins");
            new InvoicePoller(
                            shared.xero(), pair.portal(), shared.links(), shared.marks(), shared.notices(), clockwork)
                    .sweep();
        });
    }

    void sweepHubSpot() {
        if (stopped) return;
        start("sweeper", INVOCATION_MAX, () -> {
            var hubspot = shared.hubspot();
            HubSpotSweep.deals(hubspot, shared.links(), shared.marks(), shared.notices(), clockwork)
                    .sweep();
            HubSpotSweep.lineItems(hubspot, shared.links(), shared.marks(), shared.notices(), clockwork)
                    .sweep();
        });
    }

    /// Runs the due-runner where it would find something.
    void runDue() {
        if (stopped || links.due(clockwork.instant().minus(DUE_GRACE), 1).isEmpty()) return;
        start("due-runner", INVOCATION_MAX, () -> new DueRunner(shared.links(), shared.notices(), clockwork).run());
    }

    /// The clocks of the instances that run now go wrong by so much.
    void skewClocks(Duration by) {
        instances.forEach(instance -> instance.skew = by);
    }

    /// Nothing that runs now comes to its end.
    void killAll() {
        running.forEach(task -> task.die("the stack is stopped"));
    }

    /// As the operator's guide has it: everything is stopped, the tables are put back to what they were, and the stack
    /// is told before it starts again. `marksToo` says whether that table is put back as well.
    void restore(MemoryLinks.Rows rows, Map<String, HighWaterMark> sweeps, boolean marksToo, Duration takes) {
        stopped = true;
        queues.values().forEach(queue -> queue.stop(true));
        killAll();
        clockwork.at(clockwork.instant().plus(takes), () -> {
            links.putBack(rows);
            if (marksToo) marks.putBack(sweeps);
            marks.restored(clockwork.instant());
            stopped = false;
            queues.values().forEach(queue -> queue.stop(false));
        });
    }

    private Clockwork.Task start(String function, Duration most, Runnable body) {
        var task = clockwork.start(name + "/" + function + "#" + ++runs, () -> {
            try {
                body.run();
            } catch (RuntimeException failed) {
                // Lambda reports a failed invocation; a schedule's next tick tries again.
                failed(failed);
            }
        });
        task.endsAt(clockwork.instant().plus(most));
        running.add(task);
        task.whenEnded(() -> running.remove(task));
        return task;
    }

    private void invoke(
            Notice.Queue queue, String title, List<VirtualQueue.Message> batch, Consumer<List<Long>> ended) {
        var instance = instance(queue);
        var done = new ArrayList<Long>();
        var task = start(title, INVOCATION_MAX, () -> done.addAll(run(instance, queue, batch)));
        task.whenEnded(() -> {
            if (task.died()) instances.remove(instance);
            else idle.get(queue).add(instance);
            ended.accept(task.died() ? List.of() : done);
        });
    }

    /// As the handlers do it: one message that fails keeps no other from its turn. Answers those that are done.
    private List<Long> run(Instance instance, Notice.Queue queue, List<VirtualQueue.Message> batch) {
        passage.say("takes "
                + batch.stream()
                        .map(message -> message.notice().kind().wire()
                                + message.notice().ids())
                        .toList());
        var failed = new ArrayList<Long>();
        if (queue == Notice.Queue.PAYMENTS) {
            batch.forEach(message -> attempt(failed, List.of(message), () -> instance.payments.sync(message.notice())));
        } else {
            var invocation = instance.invoices.begin();
            batch.forEach(message -> attempt(failed, List.of(message), () -> invocation.sync(message.notice())));
            attempt(failed, batch, invocation::end);
        }
        return batch.stream()
                .map(VirtualQueue.Message::id)
                .filter(id -> !failed.contains(id))
                .toList();
    }

    private void attempt(List<Long> failed, List<VirtualQueue.Message> about, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            failed(bug);
            about.forEach(message -> failed.add(message.id()));
        }
    }

    private void failed(RuntimeException failure) {
        passage.say("failed: " + failure);
        if (!(failure instanceof Passage.Throttled)) observer.bug(failure.toString());
    }

    private Instance instance(Notice.Queue queue) {
        var free = idle.get(queue);
        if (!free.isEmpty() && !chance.happens(COLD_START)) return free.removeLast();
        var instance = new Instance();
        var ports = ports(() -> clockwork.instant().plus(instance.skew));
        instance.invoices = new InvoiceEngine(ports, engineSettings(), invoiceSettings());
        instance.payments = new PaymentEngine(ports, engineSettings());
        instances.add(instance);
        return instance;
    }

    private Ports ports(InstantSource clock) {
        return new Ports(
                new HubSpotClient(
                        hubspotHttp,
                        new StaticToken(vendors.hubspotSettings::token),
                        URI.create("https://hub.example"),
                        "2026-09"),
                new XeroClient(xeroHttp, tokens, URI.create("https://api.example/api.xro/2.0"), pair.tenant()),
                passage.around(Links.class, links, Installation::ofLinks, (method, write) -> {
                    var saved = write.get();
                    // The SDK tries again by itself, and finds its own write in the way.
                    if (saved instanceof Links.Saved.Stored && chance.below(2) == 0) return new Links.Saved.Stale();
                    throw new Passage.Throttled("Links." + method.getName());
                }),
                passage.around(Marks.class, observed(marks), Installation::ofMarks, (method, write) -> {
                    write.get();
                    throw new Passage.Throttled("Marks." + method.getName());
                }),
                passage.around(Notices.class, this::enqueue, _ -> Operation.QUEUE, (_, write) -> {
                    write.get();
                    throw new Passage.Throttled("Notices");
                }),
                new Silence(),
                clock,
                () -> new UUID(name.hashCode(), ++ids).toString());
    }

    /// Tells the observer where marks go.
    private Marks observed(MemoryMarks real) {
        return (Marks) java.lang.reflect.Proxy.newProxyInstance(
                Marks.class.getClassLoader(), new Class<?>[] {Marks.class}, (_, method, arguments) -> {
                    var result = method.invoke(real, arguments);
                    if (method.getName().equals("advance")) {
                        observer.marked(this, (String) arguments[0], (HighWaterMark) arguments[1]);
                    }
                    return result;
                });
    }

    private void enqueue(List<Notice> notices, Duration delay) {
        notices.forEach(notice -> queues.get(notice.kind().queue()).send(notice, delay));
    }

    private static Operation ofLinks(java.lang.reflect.Method method) {
        return switch (method.getName()) {
            case "create", "save" -> Operation.LINKS_WRITE;
            default -> Operation.LINKS_READ;
        };
    }

    private static Operation ofMarks(java.lang.reflect.Method method) {
        return switch (method.getName()) {
            case "advance", "pause", "closeWindow", "completed", "activate", "install" -> Operation.MARKS_WRITE;
            default -> Operation.MARKS_READ;
        };
    }

    private EngineSettings engineSettings() {
        return new EngineSettings(
                pair,
                RECHECK,
                Duration.ofMinutes(15),
                URI.create("https://app.hubspot.com"),
                URI.create("https://go.xero.com"));
    }

    private InvoiceSettings invoiceSettings() {
        var mapping = new MappingSettings(
                "200",
                "OUTPUT2",
                Map.of("61001", "OUTPUT2", "61002", "RROUTPUT"),
                30,
                createAs,
                LineAmounts.EXCLUSIVE,
                Set.of());
        return new InvoiceSettings(mapping, SETTLING, LOOK_UP_DELAY);
    }

    private WebhookReceiver receiver() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new WebhookReceiver(
                pair,
                HubSpotSignature.V3,
                vendors.hubspotSettings::clientSecret,
                vendors.xeroSettings::webhookKey,
                shared.notices(),
                (reason, _) -> passage.say("malformed webhook: " + reason),
                clockwork,
                new Metrics(nowhere, clockwork),
                new JsonLog(nowhere, clockwork, name));
    }

    private static final class Silence implements Telemetry {
        @Override
        public void count(Metric metric, int by) {}

        @Override
        public void note(String about, String what) {}
    }
}
