package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.DueRunner;
import dev.quotetocash.engine.HubSpotSweep;
import dev.quotetocash.engine.InvoiceEngine;
import dev.quotetocash.engine.InvoicePoller;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Operator;
import dev.quotetocash.engine.PaymentEngine;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.runtime.HttpCall;
import dev.quotetocash.runtime.HubSpotSignature;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.runtime.WebhookReceiver;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.HighWaterMark;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// One stack of the bridge: its tables and queues, and the functions as Lambda runs them. An instance of a
/// function keeps what it has cached, runs one invocation at a time, and is gone when an invocation dies.
final class Installation {

    private static final Duration INVOCATION_MAX = Duration.ofSeconds(120);
    private static final Duration RECEIVER_MAX = Duration.ofSeconds(10);
    private static final Duration ALARMED_LEAST = Duration.ofMinutes(5);
    private static final Duration ALARMED_MOST = Duration.ofHours(10);
    private static final Duration DUE_GRACE = Duration.ofSeconds(30);

    final MemoryLinks links = new MemoryLinks();
    final MemoryMarks marks = new MemoryMarks();
    private final String name;
    private final Clockwork clockwork;
    private final Chance chance;
    private final Passage passage;
    private final Vendors vendors;
    private final Observer observer;
    private final InvoiceStatus createAs;
    private final int coldStarts;
    private final StackPorts wiring;
    private final Ports shared;
    private final VirtualQueue invoices;
    private final VirtualQueue payments;
    private final List<Instance> idle = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<Clockwork.Task> running = new ArrayList<>();
    private final WebhookReceiver receiver;
    private int runs;
    private boolean stopped;

    /// A worker's process: its clock, and what it has cached.
    private final class Instance {
        private Duration skew = Duration.ZERO;
        private final InvoiceEngine invoices;
        private final PaymentEngine payments;

        private Instance() {
            var ports = wiring.with(() -> clockwork.instant().plus(skew));
            invoices = new InvoiceEngine(ports, wiring.engineSettings(), StackPorts.invoiceSettings(createAs));
            payments = new PaymentEngine(ports, wiring.engineSettings());
        }
    }

    /// `coldStarts` in a million invocations find no instance that is warm; `hubspotByConsent` is whether a person
    /// lets it into HubSpot.
    Installation(
            String name,
            Clockwork clockwork,
            Chance chance,
            Events events,
            Coverage coverage,
            Passage passage,
            Vendors vendors,
            InvoiceStatus createAs,
            int coldStarts,
            boolean hubspotByConsent,
            Observer observer,
            Runnable written) {
        this.name = name;
        this.clockwork = clockwork;
        this.chance = chance;
        this.passage = passage;
        this.vendors = vendors;
        this.createAs = createAs;
        this.coldStarts = coldStarts;
        this.observer = observer;
        invoices = new VirtualQueue(
                clockwork, chance, events, coverage, "invoices", (batch, ended) -> invoke("invoices", batch, ended));
        payments = new VirtualQueue(
                clockwork, chance, events, coverage, "payments", (batch, ended) -> invoke("payments", batch, ended));
        wiring = new StackPorts(
                name,
                clockwork,
                passage,
                chance,
                vendors,
                hubspotByConsent,
                observer,
                links,
                marks,
                this::enqueue,
                (sweep, mark) -> observer.marked(this, sweep, mark),
                written,
                this::refused);
        shared = wiring.with(clockwork);
        receiver = receiver();
    }

    List<VirtualQueue> queues() {
        return List.of(invoices, payments);
    }

    /// Whether what a vendor tells of its limits is known to all at once. Else it may get lost on its way to the
    /// store.
    boolean reportsAtOnce() {
        return !wiring.budgetsTakeTime();
    }

    /// A person lets it into both vendors.
    void connect() {
        for (var vendor : Vendor.values()) connection(vendor).connect();
    }

    /// What a person has consented to.
    StackConnection connection(Vendor vendor) {
        return wiring.connection(vendor);
    }

    /// An alarm tells the operator, who lets the stack in again before long, and again if the vendor does not
    /// answer.
    private void refused(Vendor vendor) {
        observer.refusedConsent(name, vendor);
        connectLater(connection(vendor));
    }

    private void connectLater(StackConnection connection) {
        clockwork.at(clockwork.instant().plus(chance.between(ALARMED_LEAST, ALARMED_MOST)), () -> {
            if (!connection.isConnected() && !connection.connect()) connectLater(connection);
        });
    }

    /// Runs something with the stack's ports, as one of its functions would.
    void work(String function, Consumer<Ports> body) {
        start(function, INVOCATION_MAX, () -> body.accept(shared));
    }

    /// What is known of Xero's limits.
    CallBudget xeroBudget() {
        return wiring.xeroBudget();
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
        var portal = wiring.pair().portal();
        start(
                "poller",
                INVOCATION_MAX,
                () -> new InvoicePoller(
                                shared.xero(), portal, shared.links(), shared.marks(), shared.notices(), clockwork)
                        .sweep());
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
        if (stopped || !links.isAnyDue(clockwork.instant().minus(DUE_GRACE))) return;
        start("due-runner", INVOCATION_MAX, () -> new DueRunner(shared.links(), shared.notices(), clockwork).run());
    }

    boolean clocksAreRight() {
        return instances.stream().allMatch(instance -> instance.skew.isZero());
    }

    /// The clocks of the instances that run now go wrong by so much.
    void skewClocks(Duration by) {
        instances.forEach(instance -> instance.skew = by);
    }

    /// Nothing that runs now comes to its end.
    void killAll() {
        running.forEach(task -> task.die("the stack is stopped"));
    }

    /// As the operator's guide has it: everything is stopped, both tables are put back to what they were at one
    /// moment, and the stack is told before it starts again.
    void restore(MemoryLinks.Rows rows, Map<String, HighWaterMark> sweeps, Duration takes) {
        stop(true);
        killAll();
        clockwork.at(clockwork.instant().plus(takes), () -> {
            links.putBack(rows);
            marks.putBack(sweeps);
            marks.restored(clockwork.instant());
            stop(false);
        });
    }

    private void stop(boolean stop) {
        stopped = stop;
        queues().forEach(queue -> queue.stop(stop));
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

    private void invoke(String queue, List<VirtualQueue.Message> batch, Consumer<List<Long>> ended) {
        var instance = instance();
        var done = new ArrayList<Long>();
        var task = start(queue, INVOCATION_MAX, () -> done.addAll(run(instance, batch)));
        task.whenEnded(() -> {
            if (task.died()) instances.remove(instance);
            else idle.add(instance);
            ended.accept(task.died() ? List.of() : done);
        });
    }

    /// As the handlers do it: one message that fails keeps no other from its turn. Answers those that are done.
    private List<Long> run(Instance instance, List<VirtualQueue.Message> batch) {
        passage.say("takes " + batch.stream().map(Installation::brief).toList());
        var failed = new ArrayList<Long>();
        var invocation = instance.invoices.begin();
        for (var message : batch) {
            var notice = message.notice();
            attempt(failed, List.of(message), () -> {
                switch (notice.kind().queue()) {
                    case INVOICES -> invocation.sync(notice);
                    case PAYMENTS -> instance.payments.sync(notice);
                }
            });
        }
        attempt(failed, batch, invocation::end);
        return batch.stream()
                .map(VirtualQueue.Message::id)
                .filter(id -> !failed.contains(id))
                .toList();
    }

    private static String brief(VirtualQueue.Message message) {
        return message.notice().kind().wire() + message.notice().ids();
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
        if (failure instanceof Passage.Throttled) observer.hindered();
        else observer.bug(failure.toString());
    }

    private Instance instance() {
        if (!idle.isEmpty() && !chance.happens(coldStarts)) return idle.removeLast();
        var instance = new Instance();
        instances.add(instance);
        return instance;
    }

    private void enqueue(List<Notice> notices, Duration delay) {
        for (var notice : notices) {
            switch (notice.kind().queue()) {
                case INVOICES -> invoices.send(notice, delay);
                case PAYMENTS -> payments.send(notice, delay);
            }
        }
    }

    private WebhookReceiver receiver() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new WebhookReceiver(
                wiring.pair(),
                HubSpotSignature.V3,
                vendors.hubspotSettings::clientSecret,
                vendors.xeroSettings::webhookKey,
                shared.notices(),
                (reason, _) -> passage.say("malformed webhook: " + reason),
                clockwork,
                new Metrics(nowhere, clockwork),
                new JsonLog(nowhere, clockwork, name));
    }
}
