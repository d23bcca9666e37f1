package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Budgets;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.Governor;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Marks;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.TokenGrant;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.engine.VendorConnection;
import dev.quotetocash.hubspot.HubSpotClient;
import dev.quotetocash.hubspot.HubSpotGrant;
import dev.quotetocash.hubspot.HubSpotLimits;
import dev.quotetocash.hubspot.StaticToken;
import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.mapping.LineAmounts;
import dev.quotetocash.mapping.MappingSettings;
import dev.quotetocash.sandbox.memory.MemoryBudgets;
import dev.quotetocash.sandbox.memory.MemoryLinks;
import dev.quotetocash.sandbox.memory.MemoryMarks;
import dev.quotetocash.sync.CallBudget;
import dev.quotetocash.sync.HighWaterMark;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.xero.XeroClient;
import dev.quotetocash.xero.XeroGrant;
import dev.quotetocash.xero.XeroLimits;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What a stack's functions are wired with: the real clients over [VendorPort], and tables and queues in memory,
/// each with a [Passage] around it.
final class StackPorts {

    private static final Duration SETTLING = Duration.ofSeconds(90);
    private static final Duration LOOK_UP_DELAY = Duration.ofMinutes(10);
    private static final Duration RECHECK = Duration.ofHours(1);
    private static final int BUDGETS_TAKE_TIME = 5;
    private static final URI HUBSPOT = URI.create("https://hub.example");
    private static final String HUBSPOT_VERSION = "2026-09";
    private static final URI IDENTITY = URI.create("https://identity.example");

    private final String stack;
    private final Passage passage;
    private final Chance chance;
    private final Vendors vendors;
    private final Pair pair;
    private final VendorPort hubspot;
    private final VendorPort xero;
    private final StackConnection hubspotConnection;
    private final StackConnection xeroConnection;
    private final ClientCredentials ownCredentials;
    private final MemoryLinks links;
    private final MemoryMarks marks;
    private final Notices notices;
    private final BiConsumer<String, HighWaterMark> marked;
    private final boolean budgetsTakeTime;
    private final Consumer<Vendor> refused;
    private final MemoryBudgets kept = new MemoryBudgets();
    private final Budgets budgets;
    private long ids;

    /// `marked` is told where marks go; `written` is told after each write of a vendor; `refused` when
    /// a vendor refuses what a person has consented to.
    StackPorts(
            String stack,
            Clockwork clockwork,
            Passage passage,
            Chance chance,
            Vendors vendors,
            boolean hubspotByConsent,
            Observer observer,
            MemoryLinks links,
            MemoryMarks marks,
            Notices notices,
            BiConsumer<String, HighWaterMark> marked,
            Runnable written,
            Consumer<Vendor> refused) {
        this.stack = stack;
        this.refused = refused;
        this.passage = passage;
        this.chance = chance;
        this.vendors = vendors;
        this.links = links;
        this.marks = marks;
        this.notices = notices;
        this.marked = marked;
        pair = new Pair(
                new PortalId(Long.toString(vendors.hubspotSettings.portalId())),
                new TenantId(vendors.xeroSettings.tenantId()));
        hubspot = new VendorPort(
                vendors.hubspot,
                clockwork,
                passage,
                chance,
                sent -> Operation.ofHubSpot(sent.endpoint()),
                observer,
                written);
        xero = new VendorPort(
                vendors.xero,
                clockwork,
                passage,
                chance,
                sent -> Operation.ofXero(sent.endpoint(), sent.query()),
                observer,
                written);
        // In most runs at no time: twice for each call of a vendor it would double the length of a run.
        budgetsTakeTime = chance.below(BUDGETS_TAKE_TIME) == 0;
        budgets = budgetsTakeTime
                ? passage.around(Budgets.class, kept, _ -> Operation.BUDGET, StackPorts::unanswered)
                : kept;
        var locks = StackLocks.of(passage, observer::hindered);
        hubspotConnection = connection(
                Vendor.HUBSPOT,
                pair.portal().value(),
                hubspotByConsent,
                new HubSpotGrant(hubspot, HUBSPOT, HUBSPOT_VERSION, this::hubspotApp),
                locks,
                clockwork);
        xeroConnection = connection(
                Vendor.XERO,
                pair.tenant().value(),
                chance.below(2) == 0,
                new XeroGrant(xero, IDENTITY, this::xeroApp),
                locks,
                clockwork);
        ownCredentials = new ClientCredentials(xero, IDENTITY, this::xeroApp, clockwork);
    }

    private StackConnection connection(
            Vendor vendor, String account, boolean byConsent, TokenGrant grant, StackLocks locks, Clockwork clockwork) {
        return new StackConnection(
                vendor,
                byConsent,
                VendorConnection.lock(vendor, account),
                vendors.consents,
                locks,
                grant,
                passage,
                clockwork,
                () -> refused.accept(vendor));
    }

    private Credentials hubspotApp() {
        var app = vendors.hubspotSettings.oauthApp();
        return new Credentials(app.clientId(), app.clientSecret());
    }

    private Credentials xeroApp() {
        return new Credentials(vendors.xeroSettings.clientId(), vendors.xeroSettings.clientSecret());
    }

    /// What a person has consented to.
    StackConnection connection(Vendor vendor) {
        return switch (vendor) {
            case HUBSPOT -> hubspotConnection;
            case XERO -> xeroConnection;
        };
    }

    Pair pair() {
        return pair;
    }

    CallBudget xeroBudget() {
        return kept.read("xero#" + pair.tenant().value()).budget();
    }

    boolean budgetsTakeTime() {
        return budgetsTakeTime;
    }

    /// For a process with this clock.
    Ports with(InstantSource clock) {
        return new Ports(
                new HubSpotClient(
                        new Governor(hubspot, new HubSpotLimits(pair.portal()), budgets, clock, this::newId),
                        hubspotConnection
                                .tokens(clock, this::newId)
                                .orElseGet(() -> new StaticToken(vendors.hubspotSettings::token)),
                        HUBSPOT,
                        HUBSPOT_VERSION),
                new XeroClient(
                        new Governor(xero, new XeroLimits(pair.tenant()), budgets, clock, this::newId),
                        xeroConnection.tokens(clock, this::newId).orElse(ownCredentials),
                        URI.create("https://api.example/api.xro/2.0"),
                        pair.tenant()),
                passage.around(Links.class, links, StackPorts::ofLinks, (method, write) -> {
                    var saved = write.get();
                    // The SDK tries again by itself, and finds its own write in the way.
                    if (saved instanceof Links.Saved.Stored && chance.below(2) == 0) return new Links.Saved.Stale();
                    throw new Passage.Throttled(method.getName());
                }),
                passage.around(Marks.class, told(marks), StackPorts::ofMarks, StackPorts::unanswered),
                passage.around(Notices.class, notices, _ -> Operation.QUEUE, StackPorts::unanswered),
                new Silence(),
                clock,
                this::newId);
    }

    private String newId() {
        return new UUID(stack.hashCode(), ++ids).toString();
    }

    EngineSettings engineSettings() {
        return new EngineSettings(
                pair,
                RECHECK,
                Duration.ofMinutes(15),
                Duration.ofHours(6),
                URI.create("https://app.hubspot.com"),
                URI.create("https://go.xero.com"));
    }

    static InvoiceSettings invoiceSettings(InvoiceStatus createAs) {
        var mapping = new MappingSettings(
                "200",
                "OUTPUT2",
                Map.of("61001", "OUTPUT2", "61002", "RROUTPUT", Deals.OWN_RATE, Accountants.OWN_TAX),
                30,
                createAs,
                LineAmounts.EXCLUSIVE,
                Set.of());
        return new InvoiceSettings(mapping, SETTLING, LOOK_UP_DELAY);
    }

    static Object unanswered(Method method, java.util.function.Supplier<Object> write) {
        var _ = write.get();
        throw new Passage.Throttled(method.getName());
    }

    private Marks told(MemoryMarks real) {
        return (Marks) Proxy.newProxyInstance(
                Marks.class.getClassLoader(), new Class<?>[] {Marks.class}, (_, method, arguments) -> {
                    var result = method.invoke(real, arguments);
                    if (method.getName().equals("advance")) {
                        marked.accept((String) arguments[0], (HighWaterMark) arguments[1]);
                    }
                    return result;
                });
    }

    private static Operation ofLinks(Method method) {
        return switch (method.getName()) {
            case "create", "save" -> Operation.LINKS_WRITE;
            default -> Operation.LINKS_READ;
        };
    }

    private static Operation ofMarks(Method method) {
        return switch (method.getName()) {
            case "advance", "pause", "closeWindow", "completed", "activate", "install", "restored" ->
                Operation.MARKS_WRITE;
            default -> Operation.MARKS_READ;
        };
    }

    private static final class Silence implements Telemetry {
        @Override
        public void count(Metric metric, int by) {}

        @Override
        public void note(String about, String what) {}
    }
}
