package dev.quotetocash.sandbox.prove;

import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Notice;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Work;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The way of every port call of an invocation: it takes its time, so that others come in between; it is carried
/// out at one moment; and on the way a fault may strike. An answer takes its time too; that of AWS comes in no
/// time, for the next call's way gives the others their turn. Who passes beyond the end of its invocation dies
/// there.
final class Passage {

    private final Clockwork clockwork;
    private final Weather weather;
    private final Trace trace;

    Passage(Clockwork clockwork, Weather weather, Trace trace) {
        this.clockwork = clockwork;
        this.weather = weather;
        this.trace = trace;
    }

    /// What a call does, by itself and when a fault of its kind strikes it.
    interface Call<T> {
        T carryOut();

        T struck(Fault fault);

        /// Whether it stores what the caller is about to send or write.
        default boolean announcesAnEffect() {
            return false;
        }
    }

    <T> T pass(Operation operation, String what, Call<T> call) {
        var chance = weather.chance();
        wait(operation.ofVendor() ? chance.between(Duration.ofMillis(20), Duration.ofMillis(300)) : dynamo(chance));
        var fault = weather.at(operation, what);
        if (fault.isEmpty()) {
            var result = call.carryOut();
            if (call.announcesAnEffect()) weather.freezes(what).ifPresent(this::freeze);
            return answered(result, operation);
        }
        return switch (fault.get()) {
            case KILLED_BEFORE -> throw new Killed("before " + what);
            case KILLED_AFTER -> {
                call.carryOut();
                throw new Killed("after " + what);
            }
            case FUNCTION_TIMED_OUT -> {
                if (chance.below(2) == 0) call.carryOut();
                waitForTheEnd();
                throw new Killed("timed out in " + what);
            }
            case Fault other -> call.struck(other);
        };
    }

    /// Lets time pass for the running invocation.
    void wait(Duration duration) {
        var task = clockwork.running().orElseThrow();
        var until = clockwork.instant().plus(duration);
        var end = task.deadline().filter(until::isAfter);
        if (end.isPresent()) {
            waitForTheEnd();
            throw new Killed("the invocation's time was up");
        }
        clockwork.pause(duration);
    }

    void say(String what) {
        trace.say(clockwork.running().map(Clockwork.Task::name).orElse("world"), what);
    }

    /// `port`, with a passage around each call. `operation` tells what a method does.
    <P> P around(Class<P> port, P real, Function<Method, Operation> operation, Uncertain uncertain) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    var what = port.getSimpleName() + "." + method.getName() + about(arguments);
                    return pass(operation.apply(method), what, new Call<>() {
                        @Override
                        public Object carryOut() {
                            var result = invoke(real, method, arguments);
                            say(what + brief(result));
                            return result;
                        }

                        @Override
                        public boolean announcesAnEffect() {
                            return operation.apply(method) == Operation.LINKS_WRITE
                                    && arguments[0] instanceof Link link
                                    && announces(link.work());
                        }

                        @Override
                        public Object struck(Fault fault) {
                            if (fault == Fault.COMMITTED_UNANSWERED) {
                                return uncertain.answer(method, this::carryOut);
                            }
                            throw new Throttled(what);
                        }
                    });
                }));
    }

    private static boolean announces(Work work) {
        return switch (work) {
            case Work.Intended intent -> intent.phase() instanceof Work.Phase.Sending;
            case Work.Acting _ -> true;
            case Work.Idle _, Work.Settling _, Work.Parked _ -> false;
        };
    }

    /// What a store says about a write that it has carried out and not answered.
    interface Uncertain {
        Object answer(Method method, Supplier<Object> write);
    }

    /// AWS says no, and nothing was done.
    static final class Throttled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Throttled(String what) {
            super(what);
        }
    }

    private <T> T answered(T result, Operation operation) {
        if (operation.ofVendor()) wait(weather.chance().between(Duration.ofMillis(20), Duration.ofMillis(400)));
        return result;
    }

    private static Duration dynamo(Chance chance) {
        return chance.between(Duration.ofMillis(1), Duration.ofMillis(8));
    }

    /// The machine stands still, and goes on as if nothing had happened: the runtime's time stood still too.
    private void freeze(Duration duration) {
        var task = clockwork.running().orElseThrow();
        task.deadline().ifPresent(end -> task.endsAt(end.plus(duration)));
        clockwork.pause(duration);
    }

    private void waitForTheEnd() {
        var end = clockwork.running().orElseThrow().deadline();
        if (end.isPresent() && end.get().isAfter(clockwork.instant())) {
            clockwork.pause(Duration.between(clockwork.instant(), end.get()));
        }
    }

    private static Object invoke(Object real, Method method, Object[] arguments) {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(method.getName(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }

    private static String about(Object[] arguments) {
        if (arguments == null || arguments.length == 0) return "";
        return switch (arguments[0]) {
            case Link link ->
                " " + link.key().value() + " " + link.work().getClass().getSimpleName() + " v" + link.version();
            case LinkKey key -> " " + key.value();
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Notice ->
                " " + list.stream().map(one -> brief((Notice) one)).toList();
            case Object other -> " " + other;
        };
    }

    private static String brief(Notice notice) {
        return notice.kind().wire() + notice.ids();
    }

    private static String brief(Object result) {
        return switch (result) {
            case null -> "";
            case Links.Saved.Stale() -> " stale";
            case Object _ -> "";
        };
    }
}
