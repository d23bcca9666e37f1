package dev.quotetocash.sandbox.prove;

/// What can go wrong at a port call: the rows of the coverage table.
enum Fault {
    KILLED_BEFORE("killed before the call", Scope.ANY),
    KILLED_AFTER("killed after the call", Scope.ANY),
    FUNCTION_TIMED_OUT("function timed out in the call", Scope.ANY),
    REPLY_LOST("reply lost after commit", Scope.VENDOR),
    REFUSED("connection refused", Scope.VENDOR),
    TIMED_OUT("timed out, not carried out", Scope.VENDOR),
    CARRIED_OUT_LATE("timed out, carried out later", Scope.VENDOR),
    SLOW("slow reply", Scope.VENDOR),
    LIMIT_MINUTE("429 of the minute or ten seconds", Scope.VENDOR),
    LIMIT_DAY("429 of the day", Scope.VENDOR),
    LIMIT_AT_ONCE("429 of calls at a time", Scope.VENDOR),
    SERVER_ERROR("5xx, not carried out", Scope.VENDOR),
    SERVER_ERROR_AFTER_COMMIT("5xx after commit", Scope.VENDOR),
    THROTTLED("AWS throttles", Scope.AWS),
    COMMITTED_UNANSWERED("AWS commits, and fails", Scope.AWS);

    private enum Scope {
        ANY,
        VENDOR,
        AWS
    }

    private final String title;
    private final Scope scope;

    Fault(String title, Scope scope) {
        this.title = title;
        this.scope = scope;
    }

    String title() {
        return title;
    }

    /// Whether it makes sense there: only what writes can be committed without an answer.
    boolean strikes(Operation operation) {
        return switch (scope) {
            case ANY -> true;
            case VENDOR -> operation.ofVendor();
            case AWS -> !operation.ofVendor() && (this != COMMITTED_UNANSWERED || operation.writes());
        };
    }
}
