package dev.quotetocash.sandbox.hubspot;

/// Ends the handling of a request, or of one row of a batch, with a [Problem].
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
