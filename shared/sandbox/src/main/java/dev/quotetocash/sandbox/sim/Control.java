package dev.quotetocash.sandbox.sim;

/// One thing that can be done to a simulator from outside its API, below `/sim`. `help` is one line. The
/// action fails with an [IllegalArgumentException] whose message says what is wrong and what would be right.
public record Control(String method, String path, String help, Action action) {

    public interface Action {
        SimResponse answer(ControlBody body);
    }

    /// An action that answers nothing.
    public interface Silent {
        void act(ControlBody body);
    }

    public static Control silent(String method, String path, String help, Silent action) {
        return new Control(method, path, help, body -> {
            action.act(body);
            return SimResponse.empty(204);
        });
    }

    boolean is(SimRequest request) {
        return method.equals(request.method()) && path.equals(request.path());
    }
}
