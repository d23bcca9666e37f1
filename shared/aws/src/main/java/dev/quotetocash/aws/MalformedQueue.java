package dev.quotetocash.aws;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Keeps what came with a valid signature and could not be read, for a person: the body as it was, in Base64,
/// with the reason as message attribute.
public final class MalformedQueue {

    /// SQS takes 256 KiB everywhere (1 MiB at AWS since 2025); Base64 makes three bytes four.
    private static final int BYTES_MAX = 180 * 1024;

    private final SqsClient sqs;
    private final String queueUrl;

    public MalformedQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /// Queued durably when it returns. Of a body that SQS would not take, the beginning is kept, and the reason
    /// says so.
    public void keep(String reason, byte[] body) {
        var kept = Math.min(body.length, BYTES_MAX);
        var told = kept == body.length ? reason : reason + " (first " + kept + " of " + body.length + " bytes)";
        var bytes = Arrays.copyOf(body, kept);
        sqs.sendMessage(send -> send.queueUrl(queueUrl)
                // SQS takes no empty message.
                .messageBody(bytes.length == 0 ? "(empty)" : Base64.getEncoder().encodeToString(bytes))
                .messageAttributes(Map.of(
                        "reason",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(told)
                                .build())));
    }
}
