package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.sandbox.aws.EmbeddedAws;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the resources of a template are called here, and what Ref and Fn::GetAtt therefore give. Names are
/// `<stack>-<LogicalId>`.
final class PhysicalNames implements Intrinsics.References {

    /// Types that the host accepts: those that it makes, and those that mean something in AWS only.
    enum Kind {
        TABLE("AWS::DynamoDB::Table"),
        QUEUE("AWS::SQS::Queue"),
        SECRET("AWS::SecretsManager::Secret"),
        HTTP_API("AWS::Serverless::HttpApi"),
        FUNCTION("AWS::Serverless::Function"),
        KEY("AWS::KMS::Key"),
        KEY_ALIAS("AWS::KMS::Alias"),
        ROLE("AWS::IAM::Role"),
        LOG_GROUP("AWS::Logs::LogGroup"),
        QUEUE_POLICY("AWS::SQS::QueuePolicy"),
        TOPIC("AWS::SNS::Topic"),
        TOPIC_POLICY("AWS::SNS::TopicPolicy"),
        SUBSCRIPTION("AWS::SNS::Subscription"),
        ALARM("AWS::CloudWatch::Alarm"),
        DASHBOARD("AWS::CloudWatch::Dashboard"),
        SETTINGS_APPLICATION("AWS::AppConfig::Application"),
        SETTINGS_PROFILE("AWS::AppConfig::ConfigurationProfile"),
        SETTINGS_VERSION("AWS::AppConfig::HostedConfigurationVersion");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        static Optional<Kind> of(String type) {
            for (var kind : values()) if (kind.type.equals(type)) return Optional.of(kind);
            return Optional.empty();
        }
    }

    private static final String ARN_SCOPE = EmbeddedAws.REGION + ":" + EmbeddedAws.ACCOUNT;

    private final String stack;
    private final String sqsAddress;
    private final String apiAddress;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, String> secretArns = new LinkedHashMap<>();

    /// `sqsAddress` and `apiAddress` without a trailing slash.
    PhysicalNames(Template template, String stack, String sqsAddress, String apiAddress) {
        this.stack = stack;
        this.sqsAddress = sqsAddress;
        this.apiAddress = apiAddress;
        for (var resource : template.resources()) {
            refuseOwnName(resource);
            kinds.put(
                    resource.logicalId(),
                    Kind.of(resource.type())
                            .orElseThrow(() -> new TemplateException(
                                    resource.place(), resource.type() + " is not known to the sandbox")));
        }
    }

    String name(String logicalId) {
        return stack + "-" + logicalId;
    }

    /// The logical id of the resource with this ARN.
    Optional<String> logicalIdOf(String arn) {
        return kinds.keySet().stream()
                .filter(id -> attribute(id, "Arn").filter(arn::equals).isPresent())
                .findFirst();
    }

    /// Secrets Manager makes up its ARNs itself.
    void secretCreated(String logicalId, String arn) {
        secretArns.put(logicalId, arn);
    }

    @Override
    public Optional<String> ref(String logicalId) {
        var kind = kinds.get(logicalId);
        if (kind == null) return pseudoParameter(logicalId);
        return Optional.of(
                switch (kind) {
                    case QUEUE -> sqsAddress + "/" + EmbeddedAws.ACCOUNT + "/" + name(logicalId);
                    case SECRET -> secretArns.getOrDefault(logicalId, name(logicalId));
                    case TOPIC -> arn("sns", name(logicalId));
                    case HTTP_API -> logicalId.toLowerCase(java.util.Locale.ROOT);
                    case LOG_GROUP -> "/aws/lambda/" + name(logicalId);
                    case TABLE,
                            FUNCTION,
                            KEY,
                            KEY_ALIAS,
                            ROLE,
                            QUEUE_POLICY,
                            TOPIC_POLICY,
                            SUBSCRIPTION,
                            ALARM,
                            DASHBOARD,
                            SETTINGS_APPLICATION,
                            SETTINGS_PROFILE,
                            SETTINGS_VERSION -> name(logicalId);
                });
    }

    @Override
    public Optional<String> attribute(String logicalId, String attribute) {
        var kind = kinds.get(logicalId);
        if (kind == null) return Optional.empty();
        var name = name(logicalId);
        return switch (kind + "." + attribute) {
            case "TABLE.Arn" -> Optional.of(arn("dynamodb", "table/" + name));
            case "QUEUE.Arn" -> Optional.of(arn("sqs", name));
            case "QUEUE.QueueName" -> Optional.of(name);
            case "FUNCTION.Arn" -> Optional.of(arn("lambda", "function:" + name));
            case "KEY.Arn" -> Optional.of(arn("kms", "key/" + name));
            case "ROLE.Arn" -> Optional.of("arn:aws:iam::" + EmbeddedAws.ACCOUNT + ":role/" + name);
            case "LOG_GROUP.Arn" -> Optional.of(arn("logs", "log-group:/aws/lambda/" + name + ":*"));
            case "SETTINGS_VERSION.VersionNumber" -> Optional.of("1");
            case "ALARM.Arn" -> Optional.of(arn("cloudwatch", "alarm:" + name));
            case "HTTP_API.ApiEndpoint" -> Optional.of(apiAddress);
            default -> Optional.empty();
        };
    }

    private Optional<String> pseudoParameter(String name) {
        return switch (name) {
            case "AWS::StackName" -> Optional.of(stack);
            case "AWS::Region" -> Optional.of(EmbeddedAws.REGION);
            case "AWS::AccountId" -> Optional.of(EmbeddedAws.ACCOUNT);
            case "AWS::Partition" -> Optional.of("aws");
            case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
            default -> Optional.empty();
        };
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + ARN_SCOPE + ":" + resource;
    }

    /// A name of its own would keep a stack from being deployed twice in one account.
    private static void refuseOwnName(Template.Resource resource) {
        for (var property : new String[] {"TableName", "QueueName", "FunctionName"}) {
            JsonNode given = resource.properties().path(property);
            if (!given.isMissingNode())
                throw new TemplateException(resource.place(), property + " is not supported by the sandbox");
        }
    }
}
