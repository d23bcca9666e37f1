package dev.quotetocash.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quotetocash.runtime.Metric;
import dev.quotetocash.runtime.Metrics;
import dev.quotetocash.sandbox.host.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What must hold of template.yaml whatever is added to it.
class TemplateTest {

    private static final Template TEMPLATE = Repository.template();
    private static final JsonNode RESOURCES = TEMPLATE.resolvedResources(Repository.PAIR);

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String ALARM = "AWS::CloudWatch::Alarm";

    /// The one variable that is neither a name nor a parameter.
    private static final String ADDRESS = "API_ADDRESS";

    /// Which type of resource a variable with this prefix names.
    private static final Map<String, String> NAMING = Map.of("TABLE_", TABLE, "QUEUE_", QUEUE, "SECRET_", SECRET);

    @Test
    void namesAnExistingResourceOfTheRightTypeInEveryEnvironment() {
        for (var function : TEMPLATE.resources(FUNCTION)) {
            for (var variable : variables(function).properties()) {
                if (variable.getKey().equals(ADDRESS)) continue;
                var target = variable.getValue().path("Ref").asText();
                var type = NAMING.entrySet().stream()
                        .filter(naming -> variable.getKey().startsWith(naming.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (type.isPresent())
                    assertThat(RESOURCES.path(target).path("Type").asText())
                            .as("%s of %s", variable.getKey(), function.logicalId())
                            .isEqualTo(type.get());
                else
                    assertThat(TEMPLATE.parameters())
                            .as("%s of %s", variable.getKey(), function.logicalId())
                            .containsKey(target);
            }
        }
    }

    @Test
    void letsEachRoleReachWhatItsFunctionKnowsAndNothingElse() {
        for (var function : TEMPLATE.resources(FUNCTION)) {
            var known = new HashSet<String>();
            for (var variable : variables(function).properties())
                known.add(variable.getValue().path("Ref").asText());
            known.retainAll(Stream.of(TABLE, QUEUE, SECRET)
                    .flatMap(type -> TEMPLATE.resources(type).stream())
                    .map(Template.Resource::logicalId)
                    .toList());

            var reached = new HashSet<String>();
            statements(role(function)).forEach(statement -> reached.addAll(mentioned(statement.path("Resource"))));
            reached.removeAll(Set.of("Key", function.logicalId() + "Logs"));

            assertThat(reached).as(function.logicalId()).isEqualTo(known);
        }
    }

    @Test
    void letsFunctionsWriteNoSecretButTheConnections() {
        for (var function : TEMPLATE.resources(FUNCTION))
            for (var statement : statements(role(function)))
                if (actions(statement).contains("secretsmanager:PutSecretValue"))
                    assertThat(mentioned(statement.path("Resource")))
                            .as(function.logicalId())
                            .isSubsetOf("HubSpotConnectionSecret", "XeroConnectionSecret");
    }

    /// A secret that functions write must not be written by a deployment.
    @Test
    void startsConnectionsEmpty() {
        for (var secret : List.of("HubSpotConnectionSecret", "XeroConnectionSecret"))
            assertThat(RESOURCES
                            .path(secret)
                            .path("Properties")
                            .path("SecretString")
                            .asText())
                    .isEqualTo("{}");
    }

    @Test
    void tellsOnlyTheOperatorTheAddressOfTheApi() {
        for (var function : TEMPLATE.resources(FUNCTION)) {
            var address = variables(function).path(ADDRESS);
            assertThat(address.isMissingNode())
                    .as(function.logicalId())
                    .isEqualTo(!function.logicalId().equals("Operator"));
            // A function of one of its routes would be a circle: CloudFormation refuses it, and no other test sees it.
            if (!address.isMissingNode())
                assertThat(function.properties().path("Events").isMissingNode()).isTrue();
        }
    }

    @Test
    void raisesAnAlarmForARefusedConnectionAndForATokenThatNobodyUses() {
        var refused = RESOURCES.path("ConnectionRefused").path("Properties");
        var ageing = RESOURCES.path("RefreshTokenAgeing").path("Properties");

        assertThat(refused.path("MetricName").asText()).isEqualTo(Metric.CONNECTION_REFUSED.wire());
        assertThat(ageing.path("MetricName").asText()).isEqualTo(Metric.REFRESH_TOKEN_AGE.wire());
        assertThat(List.of(refused, ageing)).allSatisfy(alarm -> {
            assertThat(alarm.path("Namespace").asText()).isEqualTo(Metrics.NAMESPACE);
            assertThat(alarm.path("Dimensions").isMissingNode()).isTrue();
        });
        assertThat(Duration.ofSeconds(ageing.path("Threshold").asLong())).isLessThan(Duration.ofDays(30));
    }

    @Test
    void givesEveryFunctionARoleAndALogOfItsOwn() {
        var roles = new HashSet<String>();
        for (var function : TEMPLATE.resources(FUNCTION)) {
            var logs = function.properties()
                    .path("LoggingConfig")
                    .path("LogGroup")
                    .path("Ref")
                    .asText();

            assertThat(roles.add(function.properties().path("Role").toString()))
                    .as("role of %s", function.logicalId())
                    .isTrue();
            assertThat(function.properties().has("Policies")).isFalse();
            assertThat(logs).isEqualTo(function.logicalId() + "Logs");
            assertThat(statements(role(function)).stream()
                            .filter(statement -> actions(statement).contains("logs:PutLogEvents"))
                            .flatMap(statement -> mentioned(statement.path("Resource")).stream()))
                    .containsExactly(logs);
        }
    }

    @Test
    void allowsNothingOnEverythingAndUsesNoPolicyOfAws() {
        for (var resource : TEMPLATE.resources()) {
            assertThat(resource.properties().has("ManagedPolicyArns")).isFalse();
            // A key policy can say nothing but `*`, and means its own key.
            if (resource.type().equals("AWS::KMS::Key")) continue;
            var resolved = RESOURCES.path(resource.logicalId());
            for (var statement : statements(resolved)) {
                if (statement.path("Effect").asText().equals("Deny")) continue;
                assertThat(texts(statement.path("Resource")))
                        .as("%s: %s", resource.logicalId(), statement)
                        .noneMatch(arn -> arn.equals("*"));
                assertThat(actions(statement)).noneMatch(action -> action.contains("*"));
            }
        }
        assertThat(RESOURCES.toString()).doesNotContain("arn:aws:iam::aws:policy");
    }

    @Test
    void hasADeadLetterQueueAndAnAlarmForEveryQueue() {
        var deadLetterQueues = TEMPLATE.resources(QUEUE).stream()
                .map(queue -> queue.properties()
                        .path("RedrivePolicy")
                        .path("deadLetterTargetArn")
                        .path("Fn::GetAtt")
                        .path(0)
                        .asText(""))
                .collect(Collectors.toSet());
        var alarmed = alarms().stream()
                .flatMap(alarm -> dimension(alarm, "QueueName").stream())
                .collect(Collectors.toSet());

        for (var queue : TEMPLATE.resources(QUEUE)) {
            var isItselfForDeadLetters = deadLetterQueues.contains(queue.logicalId())
                    || queue.logicalId().equals("Malformed");
            assertThat(isItselfForDeadLetters || queue.properties().has("RedrivePolicy"))
                    .as("dead-letter queue of %s", queue.logicalId())
                    .isTrue();
            assertThat(alarmed).as("alarms").contains("quote-to-cash-" + queue.logicalId());
        }
    }

    @Test
    void raisesAnAlarmWhenAFunctionFailsOrIsThrottled() {
        for (var function : TEMPLATE.resources(FUNCTION))
            assertThat(alarms().stream()
                            .filter(alarm ->
                                    dimension(alarm, "FunctionName").contains("quote-to-cash-" + function.logicalId()))
                            .map(alarm -> alarm.path("MetricName").asText()))
                    .as(function.logicalId())
                    .contains("Errors", "Throttles");
    }

    @Test
    void sendsEveryAlarmToTheTopic() {
        assertThat(alarms()).isNotEmpty().allSatisfy(alarm -> {
            assertThat(texts(alarm.path("AlarmActions")))
                    .containsExactly("arn:aws:sns:us-east-1:000000000000:quote-to-cash-AlarmTopic");
            assertThat(alarm.path("AlarmDescription").asText()).isNotEmpty();
        });
    }

    @Test
    void raisesAnAlarmForASecondInvoice() {
        var alarm = RESOURCES.path("SurplusInvoicesPresent").path("Properties");

        assertThat(alarm.path("MetricName").asText()).isEqualTo(Metric.SURPLUS.wire());
        assertThat(alarm.path("Namespace").asText()).isEqualTo(Metrics.NAMESPACE);
    }

    @Test
    void takesSilenceOfTheSweepAsAnAlarm() {
        var alarm = RESOURCES.path("InvoiceSweepStalled").path("Properties");

        assertThat(alarm.path("Namespace").asText()).isEqualTo("QuoteToCash");
        assertThat(alarm.path("MetricName").asText()).isEqualTo("SweepAgeSeconds");
        assertThat(dimension(alarm, "Sweep")).containsExactly("xero-invoices");
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("breaching");
    }

    @Test
    void keepsTablesAndSecretsAndEncryptsEverythingWithItsOwnKey() {
        var key = "arn:aws:kms:us-east-1:000000000000:key/quote-to-cash-Key";
        for (var resource : TEMPLATE.resources()) {
            var resolved = RESOURCES.path(resource.logicalId()).path("Properties");
            var keyProperty = switch (resource.type()) {
                case TABLE -> resolved.path("SSESpecification").path("KMSMasterKeyId");
                case QUEUE, "AWS::SNS::Topic" -> resolved.path("KmsMasterKeyId");
                case SECRET, "AWS::Logs::LogGroup" -> resolved.path("KmsKeyId");
                default -> null;
            };
            if (keyProperty != null)
                assertThat(keyProperty.asText()).as(resource.logicalId()).isEqualTo(key);
            if (Set.of(TABLE, SECRET, "AWS::KMS::Key").contains(resource.type())) {
                assertThat(resource.declaration().path("DeletionPolicy").asText())
                        .isEqualTo("Retain");
                assertThat(resource.declaration().path("UpdateReplacePolicy").asText())
                        .isEqualTo("Retain");
            }
            if (resource.type().equals(TABLE))
                assertThat(resolved.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                        .isTrue();
            if (resource.type().equals("AWS::Logs::LogGroup"))
                assertThat(resolved.path("RetentionInDays").asInt()).isPositive();
        }
    }

    @Test
    void hidesAMessageForSixTimesTheTimeoutOfItsFunction() {
        var timeout = TEMPLATE.functionGlobals().path("Timeout").asInt();
        for (var queue : TEMPLATE.resources(QUEUE))
            if (queue.properties().has("RedrivePolicy"))
                assertThat(queue.properties().path("VisibilityTimeout").asInt()).isGreaterThanOrEqualTo(6 * timeout);
    }

    @Test
    void publishesEveryFunctionAnewWhenAParameterOfItChanges() {
        var settings =
                TEMPLATE.root().at("/Resources/Settings/Properties/Content").toString();
        for (var function : TEMPLATE.resources(FUNCTION)) {
            assertThat(function.properties().path("VersionDescription").toString())
                    .contains("${Settings.VersionNumber}");
            for (var variable : variables(function).properties()) {
                var name = variable.getValue().path("Ref").asText();
                if (TEMPLATE.parameters().containsKey(name))
                    assertThat(settings).contains("${" + name + "}");
            }
        }
    }

    @Test
    void runsEveryFunctionFromASnapshotBehindAnAlias() {
        var globals = TEMPLATE.functionGlobals();

        assertThat(globals.path("Runtime").asText()).isEqualTo("java25");
        assertThat(globals.path("SnapStart").path("ApplyOn").asText()).isEqualTo("PublishedVersions");
        assertThat(globals.path("AutoPublishAlias").asText()).isEqualTo("live");
    }

    @Test
    void letsTheSchedulerCallEveryScheduledFunction() {
        var callable = statements(RESOURCES.path("SchedulerRole")).stream()
                .flatMap(statement -> texts(statement.path("Resource")).stream())
                .toList();
        for (var function : TEMPLATE.resources(FUNCTION))
            for (var event : function.properties().path("Events"))
                if (event.path("Type").asText().equals("ScheduleV2"))
                    assertThat(callable)
                            .contains("arn:aws:lambda:us-east-1:000000000000:function:quote-to-cash-"
                                    + function.logicalId() + ":live");
    }

    @Test
    void tellsTheAddressOfEveryRoute() {
        var outputs = TEMPLATE.root().path("Outputs").toString();
        for (var function : TEMPLATE.resources(FUNCTION))
            for (var event : function.properties().path("Events"))
                if (event.path("Type").asText().equals("HttpApi"))
                    assertThat(outputs)
                            .contains(event.path("Properties").path("Path").asText());
    }

    @Test
    void describesEveryParameterAndAsksOnlyForThePair() {
        assertThat(TEMPLATE.parameters().values())
                .allSatisfy(parameter ->
                        assertThat(parameter.path("Description").asText()).isNotEmpty());
        assertThat(TEMPLATE.parameters().entrySet().stream()
                        .filter(parameter -> !parameter.getValue().has("Default"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(Repository.PAIR.keySet());
    }

    @Test
    void canBuildEveryFunctionWithMake() throws IOException {
        var makefile = Files.readString(Repository.root().resolve("Makefile"));
        for (var function : TEMPLATE.resources(FUNCTION)) {
            var module = function.logicalId().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);

            assertThat(makefile).contains("build-" + function.logicalId() + ": MODULE = " + module + "\n");
            assertThat(function.declaration()
                            .path("Metadata")
                            .path("BuildMethod")
                            .asText())
                    .isEqualTo("makefile");
            assertThat(Repository.root().resolve("functions").resolve(module).resolve("pom.xml"))
                    .exists();
        }
    }

    @Test
    void packagesTheHandlerOfEveryFunction() {
        for (var function : TEMPLATE.resources(FUNCTION)) {
            var module = function.logicalId().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
            var handler = function.properties().path("Handler").asText().replace('.', '/') + ".class";

            assertThat(Repository.artifact(module).resolve(handler)).exists();
        }
    }

    private static JsonNode variables(Template.Resource function) {
        return function.properties().path("Environment").path("Variables");
    }

    private static JsonNode role(Template.Resource function) {
        return RESOURCES.path(
                function.properties().path("Role").path("Fn::GetAtt").path(0).asText());
    }

    /// Every policy statement inside a resource, wherever it stands; not who may assume a role.
    private static List<JsonNode> statements(JsonNode resource) {
        var found = new ArrayList<JsonNode>();
        for (var document : resource.findValues("PolicyDocument"))
            document.path("Statement").forEach(found::add);
        return found;
    }

    private static List<String> actions(JsonNode statement) {
        return texts(statement.path("Action"));
    }

    private static List<String> texts(JsonNode oneOrMany) {
        if (oneOrMany.isTextual()) return List.of(oneOrMany.asText());
        return oneOrMany.valueStream().map(JsonNode::asText).toList();
    }

    /// Logical ids of the resources that these ARNs and names belong to.
    private static Set<String> mentioned(JsonNode resources) {
        var ids = new LinkedHashSet<String>();
        for (var arn : texts(resources)) ids.add(arn.replaceAll(".*quote-to-cash-([A-Za-z]+).*", "$1"));
        return ids;
    }

    private static List<JsonNode> alarms() {
        return TEMPLATE.resources(ALARM).stream()
                .map(alarm -> RESOURCES.path(alarm.logicalId()).path("Properties"))
                .toList();
    }

    private static List<String> dimension(JsonNode alarm, String name) {
        var values = new LinkedHashMap<String, String>();
        alarm.path("Dimensions")
                .forEach(dimension -> values.put(
                        dimension.path("Name").asText(), dimension.path("Value").asText()));
        return Arrays.asList(values.get(name)).stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
