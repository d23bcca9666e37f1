package dev.quotetocash.sandbox.sim;

/// What came of one attempt. `status` is 0 unless there was an answer.
public record WebhookOutcome(Kind kind, int status) {

    public enum Kind {
        ANSWERED,
        /// No answer within the vendor's time-out.
        TIMED_OUT,
        /// No connection, or one that broke.
        REFUSED
    }

    public static WebhookOutcome answered(int status) {
        return new WebhookOutcome(Kind.ANSWERED, status);
    }

    public static WebhookOutcome timedOut() {
        return new WebhookOutcome(Kind.TIMED_OUT, 0);
    }

    public static WebhookOutcome refused() {
        return new WebhookOutcome(Kind.REFUSED, 0);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /// `200`, `timed out`, `refused`.
    @Override
    public String toString() {
        return switch (kind) {
            case ANSWERED -> Integer.toString(status);
            case TIMED_OUT -> "timed out";
            case REFUSED -> "refused";
        };
    }
}
