package dev.quotetocash.wiring;

import dev.quotetocash.aws.AwsClients;
import dev.quotetocash.aws.DynamoBudgets;
import dev.quotetocash.aws.DynamoLinks;
import dev.quotetocash.aws.DynamoMarks;
import dev.quotetocash.aws.Secrets;
import dev.quotetocash.aws.SqsNotices;
import dev.quotetocash.engine.Budgets;
import dev.quotetocash.engine.EngineSettings;
import dev.quotetocash.engine.Governor;
import dev.quotetocash.engine.Http;
import dev.quotetocash.engine.HubSpotGateway;
import dev.quotetocash.engine.InvoiceSettings;
import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Marks;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.engine.Notices;
import dev.quotetocash.engine.Ports;
import dev.quotetocash.engine.VendorLimits;
import dev.quotetocash.engine.XeroGateway;
import dev.quotetocash.hubspot.HubSpotClient;
import dev.quotetocash.hubspot.HubSpotLimits;
import dev.quotetocash.hubspot.StaticToken;
import dev.quotetocash.runtime.Deadline;
import dev.quotetocash.runtime.Environment;
import dev.quotetocash.runtime.JavaHttp;
import dev.quotetocash.runtime.JsonLog;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.runtime.NoticeJson;
import dev.quotetocash.runtime.Priming;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Pair;
import dev.quotetocash.sync.PortalId;
import dev.quotetocash.sync.TenantId;
import dev.quotetocash.xero.ClientCredentials;
import dev.quotetocash.engine.Credentials;
import dev.quotetocash.xero.XeroClient;
import dev.quotetocash.xero.XeroLimits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
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
                new LogTelemetry(log, metrics),
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
        var secret = secret("SECRET_HUBSPOT");
        return new HubSpotClient(
                governed(new HubSpotLimits(pair().portal())),
                new StaticToken(() -> secret.get("token")),
                address("HUBSPOT_API"),
                environment.required("HUBSPOT_API_VERSION"));
    }

    public XeroGateway xero() {
        var secret = secret("SECRET_XERO");
        var tokens = new ClientCredentials(
                deadline.guarding(new JavaHttp()),
                address("XERO_IDENTITY"),
                () -> new Credentials(secret.get("clientId"), secret.get("clientSecret")),
                clock);
        return new XeroClient(
                governed(new XeroLimits(pair().tenant())),
                tokens,
                URI.create(environment.required("XERO_API") + "/api.xro/2.0"),
                pair().tenant(),
                environment.optional("ORGANISATION_TIME_ZONE").map(ZoneId::of));
    }

    /// HTTP to a vendor. What there is no time for needs no permit.
    private Http governed(VendorLimits vendor) {
        return deadline.guarding(new Governor(
                new JavaHttp(), vendor, budgets(), clock, () -> UUID.randomUUID().toString()));
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
        return new Secrets(aws.secretsManager(), environment.required(variable), clock);
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
