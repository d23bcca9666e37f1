package dev.quotetocash.wiring;

import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.DynamoBudgets;
import dev.quotetocash.aws.DynamoLinks;
import dev.quotetocash.aws.DynamoLocks;
import dev.quotetocash.aws.DynamoMarks;
import dev.quotetocash.aws.DynamoTickets;
import dev.quotetocash.aws.Secrets;
import dev.quotetocash.aws.SqsBacklogs;
import dev.quotetocash.aws.SqsNotices;
import dev.quotetocash.engine.Backlogs;
import dev.quotetocash.engine.Budgets;
import dev.quotetocash.engine.ConnectFlow;
import dev.quotetocash.engine.ConnectLink;
import dev.quotetocash.engine.Connections;
import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.Governor;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Locks;
import dev.quotetocash.engine.Marks;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.StatusReader;
import dev.quotetocash.engine.Telemetry;
import dev.quotetocash.engine.Tickets;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.hubspot.HubSpotClient;
import dev.quotetocash.hubspot.HubSpotLimits;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.runtime.JavaHttp;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.runtime.NoticeJson;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.runtime.RandomText;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.XeroClient;
import dev.quotetocash.xero.XeroLimits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The adapters of one function. Each is made when it is asked for, so a function needs only the variables, and
/// its artifact only the modules, of what it uses.
public final class Wiring {

    private static final Duration JOURNAL_RETENTION = Duration.ofDays(400);

    private final Environment environment;
    private final AwsClients aws;
    private final JsonLog log;
    private final Metrics metrics;
    private final InstantSource clock = InstantSource.system();
    private final Deadline deadline = new Deadline(clock);

    private Wiring(Map<String, String> variables, String function) {
        this.environment = Environment.of(variables);
        this.aws = AwsClients.from(variables);
        this.log = JsonLog.of(function);
        this.metrics = Metrics.toStandardOutput();
    }

    /// `function` is the name that log lines carry.
    public static Wiring from(Map<String, String> variables, String function) {
        return new Wiring(variables, function);
    }

    public JsonLog log() {
        return log;
    }

    public Metrics metrics() {
        return metrics;
    }

    public InstantSource clock() {
        return clock;
    }

    /// To be told of each invocation: the vendors' clients start no call that it might cut off.
    public Deadline deadline() {
        return deadline;
    }

    public Pair pair() {
        return new Pair(
                new PortalId(environment.required("HUBSPOT_PORTAL_ID")),
                new TenantId(environment.required("XERO_TENANT_ID")));
    }

    public Ports ports() {
        return new Ports(
                hubspot(),
                xero(),
                links(),
                marks(),
                notices(),
                telemetry(),
                clock,
                () -> UUID.randomUUID().toString());
    }

    public EngineSettings engineSettings() {
        return Settings.engine(pair(), environment);
    }

    public InvoiceSettings invoiceSettings() {
        return Settings.invoices(environment);
    }

    public HubSpotGateway hubspot() {
        return new HubSpotClient(
                governed(new HubSpotLimits(pair().portal())),
                hubspotAccess().tokens(locks(), telemetry()),
                address("HUBSPOT_API"),
                environment.required("HUBSPOT_API_VERSION"));
    }

    public XeroGateway xero() {
        return new XeroClient(
                governed(new XeroLimits(pair().tenant())),
                xeroAccess().tokens(locks(), telemetry()),
                URI.create(environment.required("XERO_API") + "/api.xro/2.0"),
                pair().tenant(),
                environment.optional("ORGANISATION_TIME_ZONE").map(ZoneId::of));
    }

    /// What a person's consent to Xero has given us. Empty where a custom connection needs nobody's.
    public Optional<Connections> xeroConnection() {
        return xeroAccess().stored();
    }

    public ConnectFlow connectFlow() {
        return new ConnectFlow(
                List.of(hubspotAccess().connection(), xeroAccess().connection()),
                tickets(),
                locks(),
                telemetry(),
                clock,
                new RandomText());
    }

    public StatusReader statusReader() {
        return new StatusReader(
                pair(),
                links(),
                marks(),
                List.of(hubspotAccess().connection(), xeroAccess().connection()),
                List.of(new HubSpotLimits(pair().portal()), new XeroLimits(pair().tenant())),
                budgets(),
                locks(),
                backlogs(),
                clock);
    }

    private Backlogs backlogs() {
        return new SqsBacklogs(
                aws.sqs(),
                List.of(
                        new SqsBacklogs.Queue(
                                "invoices",
                                Optional.of(environment.required("QUEUE_INVOICES_URL")),
                                environment.required("QUEUE_INVOICES_DEAD_LETTERS_URL")),
                        new SqsBacklogs.Queue(
                                "payments",
                                Optional.of(environment.required("QUEUE_PAYMENTS_URL")),
                                environment.required("QUEUE_PAYMENTS_DEAD_LETTERS_URL")),
                        new SqsBacklogs.Queue(
                                "malformed webhooks", Optional.empty(), environment.required("QUEUE_MALFORMED_URL"))));
    }

    public ConnectLink connectLink() {
        return new ConnectLink(tickets(), address("API_ADDRESS"), clock, new RandomText());
    }

    private HubSpotAccess hubspotAccess() {
        return new HubSpotAccess(environment, aws, secret("SECRET_HUBSPOT"), ungoverned(), clock);
    }

    private XeroAccess xeroAccess() {
        return new XeroAccess(environment, aws, secret("SECRET_XERO"), ungoverned(), clock);
    }

    private Tickets tickets() {
        return new DynamoTickets(aws.dynamoDb(), pair(), environment.required("TABLE_GOVERNOR"));
    }

    private Locks locks() {
        return new DynamoLocks(aws.dynamoDb(), environment.required("TABLE_GOVERNOR"));
    }

    private Telemetry telemetry() {
        return new LogTelemetry(log, metrics);
    }

    /// For tokens, which no budget counts.
    private Http ungoverned() {
        return deadline.guarding(new JavaHttp());
    }

    /// HTTP to a vendor. What there is no time for needs no permit.
    private Http governed(VendorLimits vendor) {
        return deadline.guarding(new Governor(
                new JavaHttp(),
                vendor,
                budgets(),
                clock,
                () -> UUID.randomUUID().toString()));
    }

    private Budgets budgets() {
        return new DynamoBudgets(aws.dynamoDb(), environment.required("TABLE_GOVERNOR"));
    }

    public Links links() {
        return new DynamoLinks(
                aws.dynamoDb(),
                pair(),
                environment.required("TABLE_LINKS"),
                environment.optional("TABLE_JOURNAL", ""),
                clock,
                JOURNAL_RETENTION);
    }

    public Marks marks() {
        return new DynamoMarks(aws.dynamoDb(), pair(), environment.required("TABLE_MARKS"));
    }

    public Notices notices() {
        return new SqsNotices(
                aws.sqs(),
                Map.of(
                        Notice.Queue.INVOICES, environment.required("QUEUE_INVOICES_URL"),
                        Notice.Queue.PAYMENTS, environment.required("QUEUE_PAYMENTS_URL")),
                NoticeJson::format);
    }

    private Secrets secret(String variable) {
        var secret = new Secrets(aws.secretsManager(), environment.required(variable), clock);
        Priming.register(() -> {}, secret::refresh);
        return secret;
    }

    /// Reads from the links' table once, so that the snapshot of SnapStart holds the classes that the first real
    /// event needs.
    public void primeLinks(Links links) {
        Priming.register(() -> links.get(new LinkKey("priming")), () -> {});
    }

    private URI address(String variable) {
        return URI.create(environment.required(variable));
    }
}
