package dev.quotetocash.sandbox.host;

/// A function threw, or could not be loaded. The message names the function.
public final class FunctionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    public FunctionFailed(String logicalId, Throwable cause) {
        super(logicalId + " failed: " + cause, cause);
        this.errorType = cause.getClass().getName();
    }

    /// The class of what was thrown, as Lambda reports it.
    public String errorType() {
        return errorType;
    }
}
