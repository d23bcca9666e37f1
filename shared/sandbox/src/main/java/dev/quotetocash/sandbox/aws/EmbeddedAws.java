package dev.quotetocash.sandbox.aws;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/// DynamoDB, SQS and Secrets Manager in this JVM, each on a free loopback port, empty. Starting takes about two
/// seconds. Any credentials are accepted; the region is always [#REGION].
public final class EmbeddedAws implements AutoCloseable {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";

    private final EmbeddedDynamo dynamo;
    private final EmbeddedSqs sqs;
    private final SecretsEndpoint secrets;

    private EmbeddedAws(EmbeddedDynamo dynamo, EmbeddedSqs sqs, SecretsEndpoint secrets) {
        this.dynamo = dynamo;
        this.sqs = sqs;
        this.secrets = secrets;
    }

    public static EmbeddedAws start() {
        // Two servers that wake logging up at the same time make it complain.
        LoggerFactory.getILoggerFactory();
        try (var starters = Executors.newFixedThreadPool(2)) {
            var dynamo = CompletableFuture.supplyAsync(inOurClassLoader(EmbeddedDynamo::start), starters);
            var sqs = CompletableFuture.supplyAsync(inOurClassLoader(EmbeddedSqs::start), starters);
            try {
                return new EmbeddedAws(dynamo.join(), sqs.join(), SecretsEndpoint.start());
            } catch (CompletionException failed) {
                dynamo.thenAccept(EmbeddedDynamo::close);
                sqs.thenAccept(EmbeddedSqs::close);
                throw failed;
            }
        }
    }

    public URI dynamoDb() {
        return dynamo.address();
    }

    public URI sqs() {
        return sqs.address();
    }

    public URI secretsManager() {
        return secrets.address();
    }

    /// What a function must find in its environment to talk to these services instead of AWS.
    public Map<String, String> environment() {
        return Map.of(
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                "sandbox",
                "AWS_SECRET_ACCESS_KEY",
                "sandbox",
                "AWS_ENDPOINT_URL_DYNAMODB",
                dynamoDb().toString(),
                "AWS_ENDPOINT_URL_SQS",
                sqs().toString(),
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                secretsManager().toString());
    }

    @Override
    public void close() {
        secrets.close();
        sqs.close();
        dynamo.close();
    }

    /// Both servers look for their configuration through the thread's class loader, which is not always ours.
    private static <T> Supplier<T> inOurClassLoader(Supplier<T> start) {
        return () -> {
            Thread.currentThread().setContextClassLoader(EmbeddedAws.class.getClassLoader());
            return start.get();
        };
    }
}
