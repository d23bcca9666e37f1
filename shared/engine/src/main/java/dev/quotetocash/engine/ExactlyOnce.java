package dev.quotetocash.engine;

import dev.quotetocash.sync.Creation;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.Work.Intended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Carries an intent out: sends it at most once for each attempt, and after an unknown outcome looks for the
/// evidence before anything is sent again. Every step is stored, conditionally, before the next one is taken;
/// whoever loses a race stops.
final class ExactlyOnce {

    private final Links links;
    private final Telemetry telemetry;
    private final Creation protocol;
    private final InstantSource clock;

    ExactlyOnce(Links links, Telemetry telemetry, Creation protocol, InstantSource clock) {
        this.links = links;
        this.telemetry = telemetry;
        this.protocol = protocol;
        this.clock = clock;
    }

    /// How one kind of record is sent and found.
    interface Vendor<T> {
        Reply<Answer<T>> send(Intended intent);

        /// The records that carry this intent's evidence. More than one means that nobody can tell which is the
        /// one.
        Reply<List<T>> lookUp(Intended intent);

        /// The same, asked in another way: asked before an empty look-up is believed.
        Reply<List<T>> lookAgain(Intended intent);
    }

    /// The vendor's answer to one element.
    sealed interface Answer<T> {
        record Made<T>(T record) implements Answer<T> {}

        record Refused<T>(List<String> errors) implements Answer<T> {}

        /// Answered, but it does not say what became of this element; or refused because it is there already.
        record Unclear<T>() implements Answer<T> {}
    }

    sealed interface Result<T> {
        /// It exists. `link` is the stored link, still Intended: the caller links it.
        record Made<T>(Link link, T record) implements Result<T> {}

        /// Refused for good; `link`'s intent says so: the caller parks it.
        record Refused<T>(Link link, List<String> errors) implements Result<T> {}

        /// Nobody can say which of them is the one, or every attempt vanished: the caller parks it for a person.
        record Stuck<T>(Link link, String why) implements Result<T> {}

        /// Stored with a time of its own; nothing to do before.
        record Waiting<T>(Duration delay) implements Result<T> {}
    }

    /// Sends an intent that has just been stored by this caller.
    <T> Result<T> send(Link stored, Vendor<T> vendor) {
        var intent = (Intended) stored.work();
        var sendUntil = ((Work.Phase.Sending) intent.phase()).sendUntil();
        if (!clock.instant().isBefore(sendUntil)) return waiting(intent.nextAt());
        return switch (vendor.send(intent)) {
            case Reply.Ok<Answer<T>>(Answer.Made<T>(T record), var _) -> new Result.Made<>(stored, record);
            case Reply.Ok<Answer<T>>(Answer.Refused<T>(var errors), var _) -> refused(stored, intent, errors);
            case Reply.Ok<Answer<T>>(Answer.Unclear<T>(), var _) -> closed(stored, intent);
            case Reply.Failed<Answer<T>>(RemoteFailure.Rejected(var errors)) -> refused(stored, intent, errors);
            case Reply.Failed<Answer<T>>(var failure) when failure.leavesOutcomeUnknown() -> closed(stored, intent);
            case Reply.Failed<Answer<T>>(var failure) ->
                store(stored, protocol.notExecuted(intent, clock.instant().plus(retryAfter(failure))));
        };
    }

    /// Goes on with an intent that was found in the store.
    <T> Result<T> resume(Link link, Vendor<T> vendor) {
        var now = clock.instant();
        return switch (protocol.next((Intended) link.work(), now)) {
            case Creation.Step.Wait(Instant until) -> waiting(until);
            case Creation.Step.Send(Intended intent) ->
                switch (links.save(link.with(intent), link.identity().records(), List.of())) {
                    case Links.Saved.Stored(Link stored) -> send(stored, vendor);
                    case Links.Saved.Stale() -> new Result.Waiting<>(Duration.ofSeconds(2));
                };
            case Creation.Step.LookUp(Intended intent) -> lookUp(link, intent, now, vendor);
        };
    }

    private <T> Result<T> lookUp(Link link, Intended intent, Instant now, Vendor<T> vendor) {
        telemetry.count(Telemetry.Metric.LOOK_UPS, 1);
        var looked = vendor.lookUp(intent);
        var believed = looked instanceof Reply.Ok<List<T>>(var found, var _) && found.isEmpty()
                ? vendor.lookAgain(intent)
                : looked;
        return switch (believed) {
            case Reply.Failed<List<T>>(var failure) -> new Result.Waiting<>(retryAfter(failure));
            case Reply.Ok<List<T>>(var found, var _) ->
                switch (found.size()) {
                    case 0 ->
                        protocol.exhausted(intent)
                                ? new Result.Stuck<>(
                                        link.with(intent),
                                        "Xero has shown none of " + Creation.ATTEMPTS_MAX + " attempts to create it")
                                : store(link, protocol.afterEmptyLookUp(intent, now));
                    case 1 -> new Result.Made<>(link.with(intent), found.getFirst());
                    default -> new Result.Stuck<>(link.with(intent), "several records in Xero carry its mark");
                };
        };
    }

    private <T> Result<T> refused(Link stored, Intended intent, List<String> errors) {
        return new Result.Refused<>(stored.with(protocol.refused(intent)), errors);
    }

    private <T> Result<T> closed(Link stored, Intended intent) {
        return store(stored, protocol.unknown(intent, clock.instant()));
    }

    private <T> Result<T> store(Link link, Intended next) {
        // Losing this race is harmless: the winner knows more than we do.
        links.save(link.with(next), link.identity().records(), List.of());
        return waiting(next.nextAt());
    }

    private <T> Result<T> waiting(Instant until) {
        var wait = Duration.between(clock.instant(), until);
        return new Result.Waiting<>(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Duration retryAfter(RemoteFailure failure) {
        return failure instanceof RemoteFailure.RateLimited(Duration delay) ? delay : Duration.ofSeconds(30);
    }
}
