package dev.quotetocash.sandbox.engine;

import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.DueRunner;
import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.HubSpotSweep;
import dev.quotetocash.engine.InvoiceEngine;
import dev.quotetocash.engine.InvoicePoller;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.engine.Notice;
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
import dev.quotetocash.sandbox.hubspot.HubSpotSettings;
import dev.quotetocash.sandbox.hubspot.HubSpotSimulator;
import dev.quotetocash.sandbox.hubspot.PlanLimits;
import dev.quotetocash.sandbox.hubspot.Subscriptions;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sandbox.memory.MemoryNotices;
import dev.quotetocash.sandbox.people.Api;
import dev.quotetocash.sandbox.people.Finance;
import dev.quotetocash.sandbox.people.Sales;
import dev.quotetocash.sandbox.sim.BrokenConnection;
import dev.quotetocash.sandbox.sim.ControlledSimulator;
import dev.quotetocash.sandbox.sim.SimClock;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.Simulator;
import dev.quotetocash.sandbox.sim.WebhookDelivery;
import dev.quotetocash.sandbox.sim.WebhookPolicy;
import dev.quotetocash.sandbox.sim.WebhookQueue;
import dev.quotetocash.sandbox.xero.XeroLimits;
import dev.quotetocash.sandbox.xero.XeroSettings;
import dev.quotetocash.sandbox.xero.XeroSimulator;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.xero.XeroClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The real engine, clients and webhook receiver between both simulators, in one thread and in virtual time: no
/// socket, no waiting. Time passes only when nothing is left to do at the present moment.
final class World {

    static final Duration SETTLING = Duration.ofSeconds(90);
    static final Duration LOOK_UP_DELAY = Duration.ofMinutes(10);
    static final Duration RECHECK = Duration.ofHours(1);

    private static final Duration VISIBILITY = Duration.ofSeconds(730);
    private static final int RECEIVES_MAX = 5;
    private static final int BATCH_MAX = 10;
    private static final int STEPS_MAX = 10_000;

    Instant now = Instant.parse("2026-11-23T09:00:00.250Z");
    final InstantSource clock = () -> now;
    final HubSpotSettings hubspotSettings;
    final XeroSettings xeroSettings = XeroSettings.sandbox()
            .withLimits(XeroLimits.generous())
            .withWebhookUrl("https://bridge.example/xero/webhooks");
    final ControlledSimulator hubspot;
    final ControlledSimulator xero;
    final XeroSimulator xeroSimulator;
    final MemoryLinks links = new MemoryLinks();
    final MemoryMarks marks = new MemoryMarks();
    final MemoryNotices notices = new MemoryNotices(clock);
    final Sales sales;
    final Finance finance;
    final Ports ports;
    final Operator operator;
    final DueRunner due;
    final InvoicePoller poller;
    final HubSpotSweep dealSweep;
    final HubSpotSweep lineItemSweep;
    final List<Notice> deadLetters = new ArrayList<>();
    private final Map<Notice, Integer> failures = new LinkedHashMap<>();

    /// Every notice that a worker was given.
    final List<Notice> handled = new ArrayList<>();

    final Map<Telemetry.Metric, Integer> counted = new LinkedHashMap<>();
    final List<String> malformed = new ArrayList<>();
    private final ClientCredentials tokens;
    private final EngineSettings engineSettings;
    private InvoiceStatus createAs = InvoiceStatus.DRAFT;
    private InvoiceEngine invoices;
    private PaymentEngine payments;
    private final WebhookReceiver receiver;

    World() {
        this(UnaryOperator.identity());
    }

    /// With `watched` between everybody and Xero.
    World(UnaryOperator<Simulator> watched) {
        hubspotSettings = HubSpotSettings.sandbox()
                .withLimits(PlanLimits.enterprise())
                .withSubscriptions(Subscriptions.parse(read("../../hubspot-app/src/app/webhooks/webhooks-hsmeta.json")))
                .withWebhookUrl("https://bridge.example/hubspot/webhooks");
        var simClock = new SimClock(clock);
        var hubspotWebhooks =
                new WebhookQueue(WebhookPolicy.hubspot(10), HubSpotSimulator.webhookForm(hubspotSettings), simClock, 1);
        hubspotWebhooks.sendTo(hubspotSettings.webhookUrl());
        hubspot = new ControlledSimulator(
                new HubSpotSimulator(hubspotSettings, simClock, 1, hubspotWebhooks),
                hubspotWebhooks,
                simClock,
                List.of());
        var xeroWebhooks = new WebhookQueue(
                XeroSimulator.webhookPolicy(xeroSettings), XeroSimulator.webhookForm(xeroSettings), simClock, 1);
        xeroWebhooks.sendTo(xeroSettings.webhookUrl());
        xeroSimulator = new XeroSimulator(xeroSettings, simClock, 1, xeroWebhooks);
        xero = new ControlledSimulator(xeroSimulator, xeroWebhooks, simClock, List.of());
        var watchedXero = watched.apply(xero);
        sales = new Sales(caller(hubspot, Map.of("Authorization", "Bearer " + hubspotSettings.uiToken())));
        finance = new Finance(caller(
                watchedXero,
                Map.of(
                        "Authorization",
                        "Bearer " + xeroSettings.financeToken(),
                        "xero-tenant-id",
                        xeroSettings.tenantId())));

        var pair = new Pair(
                new PortalId(Long.toString(hubspotSettings.portalId())), new TenantId(xeroSettings.tenantId()));
        tokens = new ClientCredentials(
                http(watchedXero),
                URI.create("https://identity.example"),
                () -> new Credentials(xeroSettings.clientId(), xeroSettings.clientSecret()),
                clock);
        ports = new Ports(
                new HubSpotClient(
                        http(hubspot),
                        new StaticToken(hubspotSettings::token),
                        URI.create("https://hub.example"),
                        "2026-09"),
                new XeroClient(http(watchedXero), tokens, URI.create("https://api.example/api.xro/2.0"), pair.tenant()),
                links,
                marks,
                notices,
                new Counting(),
                clock,
                ids());
        engineSettings = new EngineSettings(
                pair,
                RECHECK,
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                URI.create("https://app.hubspot.com"),
                URI.create("https://go.xero.com"));
        invoices = invoiceEngine(ports);
        payments = new PaymentEngine(ports, engineSettings);
        operator = new Operator(ports);
        due = new DueRunner(links, notices, clock);
        poller = new InvoicePoller(ports.xero(), pair.portal(), links, marks, notices, clock);
        dealSweep = HubSpotSweep.deals(ports.hubspot(), links, marks, notices, clock);
        lineItemSweep = HubSpotSweep.lineItems(ports.hubspot(), links, marks, notices, clock);
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        receiver = new WebhookReceiver(
                pair,
                HubSpotSignature.V3,
                hubspotSettings::clientSecret,
                xeroSettings::webhookKey,
                notices,
                (reason, _) -> malformed.add(reason),
                clock,
                new Metrics(nowhere, clock),
                new JsonLog(nowhere, clock, "test"));
    }

    /// Set up and activated, a second ago.
    static World active() {
        return active(UnaryOperator.identity());
    }

    static World active(UnaryOperator<Simulator> watched) {
        var world = new World(watched);
        world.operator.setup();
        world.operator.activate();
        world.pass(Duration.ofSeconds(2));
        world.hubspot.counts().reset();
        world.xero.counts().reset();
        return world;
    }

    World creating(InvoiceStatus status) {
        createAs = status;
        restart();
        return this;
    }

    /// New function instances: nothing is cached.
    void restart() {
        restart(ports);
    }

    /// New function instances behind other ports.
    void restart(Ports behind) {
        invoices = invoiceEngine(behind);
        payments = new PaymentEngine(behind, engineSettings);
    }

    private InvoiceEngine invoiceEngine(Ports behind) {
        var mapping = new MappingSettings(
                "200",
                "OUTPUT2",
                Map.of("61001", "OUTPUT2", "61002", "RROUTPUT"),
                30,
                createAs,
                LineAmounts.EXCLUSIVE,
                java.util.Set.of());
        return new InvoiceEngine(behind, engineSettings, new InvoiceSettings(mapping, SETTLING, LOOK_UP_DELAY));
    }

    /// Does all that can be done now, without letting time pass.
    void settle() {
        for (var step = 0; step < STEPS_MAX; step++) {
            if (hubspot.webhooks().deliverDue(this::deliver) + xero.webhooks().deliverDue(this::deliver) > 0) continue;
            var ready = new ArrayDeque<>(notices.take(now));
            if (ready.isEmpty()) return;
            while (!ready.isEmpty()) receive(ready);
        }
        throw new AssertionError("still busy after " + STEPS_MAX + " steps: it never comes to rest");
    }

    /// A worker takes the first messages, as many of one queue as stand together and a batch holds. If it dies,
    /// they all come back when their visibility ends; of those that throw, each does, and one that throws for the
    /// fifth time is a dead letter.
    private void receive(Deque<Notice> ready) {
        var batch = new ArrayList<Notice>();
        while (batch.size() < BATCH_MAX
                && !ready.isEmpty()
                && (batch.isEmpty()
                        || ready.getFirst().kind().queue()
                                == batch.getFirst().kind().queue())) batch.add(ready.removeFirst());
        try {
            handle(batch).forEach(this::comesAgain);
        } catch (Mortal.Killed killed) {
            notices.enqueue(batch, VISIBILITY);
            if (!ready.isEmpty()) notices.enqueue(List.copyOf(ready), Duration.ZERO);
            throw killed;
        }
    }

    private void comesAgain(Notice failed) {
        if (failures.merge(failed, 1, Integer::sum) >= RECEIVES_MAX) deadLetters.add(failed);
        else notices.enqueue(List.of(failed), VISIBILITY);
    }

    /// Lets time pass, and does what becomes due in it: delayed messages at their time, the due-runner every
    /// minute.
    void pass(Duration duration) {
        var end = now.plus(duration);
        settle();
        while (now.isBefore(end)) {
            var tick = now.plusSeconds(60);
            var next = Stream.of(
                            notices.nextVisibleAt(),
                            hubspot.webhooks().nextDue(),
                            xero.webhooks().nextDue())
                    .flatMap(Optional::stream)
                    .filter(at -> at.isBefore(tick))
                    .min(Comparator.naturalOrder())
                    .orElse(tick);
            now = next.isAfter(end) ? end : next.isBefore(now) ? now : next;
            if (now.equals(tick)) due.run();
            settle();
        }
    }

    void handle(Notice notice) {
        handled.add(notice);
        switch (notice.kind().queue()) {
            case INVOICES -> invoices.sync(notice);
            case PAYMENTS -> payments.sync(notice);
        }
    }

    /// One invocation, as its handler runs it. Answers the notices that failed.
    private List<Notice> handle(List<Notice> batch) {
        handled.addAll(batch);
        var failed = new ArrayList<Notice>();
        if (batch.getFirst().kind().queue() == Notice.Queue.PAYMENTS) {
            batch.forEach(notice -> attempt(failed, List.of(notice), () -> payments.sync(notice)));
            return failed;
        }
        var invocation = invoices.begin();
        batch.forEach(notice -> attempt(failed, List.of(notice), () -> invocation.sync(notice)));
        attempt(failed, batch, invocation::end);
        return failed.stream().distinct().toList();
    }

    private static void attempt(List<Notice> failed, List<Notice> about, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            failed.addAll(about);
        }
    }

    int deliver(WebhookDelivery delivery) {
        var call = new HttpCall("POST", delivery.url(), delivery.headers(), delivery.body());
        return delivery.url().endsWith("/hubspot/webhooks") ? receiver.hubspot(call) : receiver.xero(call);
    }

    /// A company with a billing contact.
    String customer() {
        var company = sales.company("Kestrel Instruments Ltd", "kestrel.example");
        sales.billingContact(company, "Accounts", "Payable", "ap@kestrel.example");
        return company;
    }

    /// An open deal with one line of 100.00 and 20 % tax.
    String deal(String company) {
        var deal = sales.deal("Kestrel", "100.00", company);
        sales.addLines(deal, "", List.of(line("1", "100")));
        return deal;
    }

    static Sales.Line line(String quantity, String price) {
        return new Sales.Line(
                "Support", new java.math.BigDecimal(quantity), new java.math.BigDecimal(price), "", "61001");
    }

    /// The app itself creates an invoice again, as a bridge would that lost its memory.
    com.fasterxml.jackson.databind.JsonNode appCopyOf(com.fasterxml.jackson.databind.JsonNode invoice) {
        return copyOf(invoice, app());
    }

    /// A person copies an invoice in Xero, with its Url.
    com.fasterxml.jackson.databind.JsonNode personsCopyOf(com.fasterxml.jackson.databind.JsonNode invoice) {
        var headers = Map.of(
                "Authorization", "Bearer " + xeroSettings.financeToken(), "xero-tenant-id", xeroSettings.tenantId());
        return copyOf(invoice, caller(xero, headers));
    }

    private static com.fasterxml.jackson.databind.JsonNode copyOf(
            com.fasterxml.jackson.databind.JsonNode invoice, Api creator) {
        var copy = Api.object();
        for (var member : List.of("Type", "Reference", "Url", "CurrencyCode", "LineAmountTypes", "LineItems")) {
            copy.set(member, invoice.path(member));
        }
        copy.putObject("Contact")
                .put("ContactID", invoice.path("Contact").path("ContactID").asText());
        copy.withArray("/LineItems")
                .forEach(line -> ((com.fasterxml.jackson.databind.node.ObjectNode) line)
                        .remove(List.of("LineItemID", "TaxAmount", "LineAmount", "AccountID")));
        var body = Api.object();
        body.putArray("Invoices").add(copy);
        return creator.put("/api.xro/2.0/Invoices", body).at("/Invoices/0");
    }

    /// The answer to a read of one invoice, as it is now.
    String invoiceAsTheAppReadsIt(com.fasterxml.jackson.databind.JsonNode invoice) {
        return app().get(
                        "/api.xro/2.0/Invoices?IDs=" + invoice.path("InvoiceID").asText() + "&page=1&unitdp=4")
                .toString();
    }

    private Api app() {
        var token = ((dev.quotetocash.engine.Reply.Ok<String>) tokens.current()).value();
        return caller(xero, Map.of("Authorization", "Bearer " + token, "xero-tenant-id", xeroSettings.tenantId()));
    }

    String property(String deal, String name) {
        return sales.read(deal, List.of(name)).path(name).asText("");
    }

    /// An HTTP port that calls a simulator.
    Http http(Simulator simulator) {
        return request -> {
            var headers = new LinkedHashMap<>(request.headers());
            var uri = request.uri();
            var call = new SimRequest(
                    request.method(),
                    uri.getPath(),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    headers,
                    request.body());
            try {
                var reply = simulator.handle(call);
                var answered = new LinkedHashMap<String, String>();
                // What every HTTP server adds.
                answered.put("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
                reply.headers().forEach((name, value) -> answered.put(name.toLowerCase(java.util.Locale.ROOT), value));
                return new Http.HttpReply.Answered(reply.status(), answered, reply.body());
            } catch (BrokenConnection broken) {
                return new Http.HttpReply.Broken("reset");
            }
        };
    }

    private static Api caller(Simulator simulator, Map<String, String> headers) {
        return new Api(Api.to(simulator, headers));
    }

    private static java.util.function.Supplier<String> ids() {
        var next = new java.util.concurrent.atomic.AtomicLong();
        return () -> new UUID(0, next.incrementAndGet()).toString();
    }

    private static String read(String file) {
        try {
            return Files.readString(java.nio.file.Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Counting implements Telemetry {
        @Override
        public void count(Metric metric, int by) {
            counted.merge(metric, by, Integer::sum);
        }

        @Override
        public void note(String about, String what) {}
    }
}
