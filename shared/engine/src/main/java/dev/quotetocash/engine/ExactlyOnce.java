package dev.quotetocash.engine;

import dev.quotetocash.sync.Creation;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.Work.Intended;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Carries intents out: sends each at most once for each attempt, and after an unknown outcome looks for the
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
        /// In one request. The answers are in the order of `links`, one each.
        Reply<List<Answer<T>>> send(List<Link> links);

        /// The records that carry this intent's evidence. More than one means that nobody can tell which is the
        /// one.
        Reply<List<T>> lookUp(Link link, Intended intent);

        /// The same, asked in another way: asked before an empty look-up is believed.
        Reply<List<T>> lookAgain(Link link, Intended intent);

        /// When [#lookUp] asked the vendor, by our clock; `now` if it asks each time. An answer that is shared
        /// among many intents is as old as the question.
        default Instant askedAt(Instant now) {
            return now;
        }
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

        /// The link has a time of its own, `until`, whoever stored it. To put the link off would undo what another
        /// worker is about to store.
        record Waiting<T>(Instant until) implements Result<T> {}

        /// Nothing could be seen, and nothing was stored: look again after `delay`.
        record Unseen<T>(Duration delay) implements Result<T> {}
    }

    /// Sends an intent that has just been stored by this caller.
    <T> Result<T> send(Link stored, Vendor<T> vendor) {
        return send(List.of(stored), vendor).getFirst();
    }

    /// Sends intents that have just been stored by this caller, in one request. The results are in their order.
    /// A request that is refused as a whole is sent again in halves, each intent stored anew before, so that
    /// one bad record keeps no other from its turn.
    <T> List<Result<T>> send(List<Link> stored, Vendor<T> vendor) {
        var results = new LinkedHashMap<LinkKey, Result<T>>();
        var now = clock.instant();
        var inTime = stored.stream().filter(link -> mayStillSend(link, now)).toList();
        stored.forEach(link ->
                results.put(link.key(), new Result.Waiting<>(intent(link).nextAt())));
        if (!inTime.isEmpty()) results.putAll(sendNow(inTime, vendor));
        return List.copyOf(results.values());
    }

    private static boolean mayStillSend(Link link, Instant now) {
        return intent(link).phase() instanceof Work.Phase.Sending(Instant sendUntil) && now.isBefore(sendUntil);
    }

    private <T> Map<LinkKey, Result<T>> sendNow(List<Link> stored, Vendor<T> vendor) {
        return switch (vendor.send(stored)) {
            case Reply.Ok<List<Answer<T>>>(var answers, var _) -> {
                var results = new LinkedHashMap<LinkKey, Result<T>>();
                for (var at = 0; at < stored.size(); at++)
                    results.put(stored.get(at).key(), answered(stored.get(at), answers.get(at)));
                yield results;
            }
            case Reply.Failed<List<Answer<T>>>(RemoteFailure.Rejected(var errors))
            when stored.size() == 1 -> each(stored, link -> refused(link, intent(link), errors));
            case Reply.Failed<List<Answer<T>>>(RemoteFailure.Rejected _) -> inHalves(stored, vendor);
            case Reply.Failed<List<Answer<T>>>(var failure)
            when failure.leavesOutcomeUnknown() -> each(stored, link -> closed(link, intent(link)));
            case Reply.Failed<List<Answer<T>>>(var failure) -> {
                var retryAt = clock.instant().plus(retryAfter(failure));
                yield each(stored, link -> store(link, protocol.notExecuted(intent(link), retryAt, clock.instant())));
            }
        };
    }

    private <T> Result<T> answered(Link stored, Answer<T> answer) {
        return switch (answer) {
            case Answer.Made<T>(T record) -> new Result.Made<>(stored, record);
            case Answer.Refused<T>(var errors) -> refused(stored, intent(stored), errors);
            case Answer.Unclear<T>() -> closed(stored, intent(stored));
        };
    }

    private <T> Map<LinkKey, Result<T>> inHalves(List<Link> refused, Vendor<T> vendor) {
        var middle = refused.size() / 2;
        var results = new LinkedHashMap<LinkKey, Result<T>>();
        for (var half : List.of(refused.subList(0, middle), refused.subList(middle, refused.size()))) {
            var again = new ArrayList<Link>();
            for (var link : half) {
                var intent = intent(link);
                var next = link.with(protocol.inPlaceOf(intent, intent.body(), intent.since(), clock.instant()));
                switch (links.save(next, link.identity().records(), List.of())) {
                    case Links.Saved.Stored(Link stored) -> again.add(stored);
                    case Links.Saved.Stale() -> results.put(link.key(), overtaken());
                }
            }
            if (!again.isEmpty()) results.putAll(sendNow(again, vendor));
        }
        return results;
    }

    private static <T> Map<LinkKey, Result<T>> each(List<Link> links, Function<Link, Result<T>> result) {
        var results = new LinkedHashMap<LinkKey, Result<T>>();
        links.forEach(link -> results.put(link.key(), result.apply(link)));
        return results;
    }

    private static Intended intent(Link link) {
        return (Intended) link.work();
    }

    /// Goes on with an intent that was found in the store.
    <T> Result<T> resume(Link link, Vendor<T> vendor) {
        var now = clock.instant();
        return switch (protocol.next((Intended) link.work(), now)) {
            case Creation.Step.Wait(Instant until) -> new Result.Waiting<>(until);
            case Creation.Step.Send(Intended intent) ->
                switch (links.save(link.with(intent), link.identity().records(), List.of())) {
                    case Links.Saved.Stored(Link stored) -> send(stored, vendor);
                    case Links.Saved.Stale() -> overtaken();
                };
            case Creation.Step.LookUp(Intended intent) -> lookUp(link, intent, now, vendor);
        };
    }

    private <T> Result<T> lookUp(Link link, Intended intent, Instant now, Vendor<T> vendor) {
        telemetry.count(Telemetry.Metric.LOOK_UPS, 1);
        var looked = vendor.lookUp(link, intent);
        var believed = looked instanceof Reply.Ok<List<T>>(var found, var _) && found.isEmpty()
                ? vendor.lookAgain(link, intent)
                : looked;
        return switch (believed) {
            case Reply.Failed<List<T>>(var failure) -> new Result.Unseen<>(retryAfter(failure));
            case Reply.Ok<List<T>>(var found, var _) ->
                switch (found.size()) {
                    case 0 ->
                        protocol.exhausted(intent)
                                ? new Result.Stuck<>(
                                        link.with(intent),
                                        "Xero has shown none of " + Creation.ATTEMPTS_MAX + " attempts to create it")
                                : store(link, protocol.afterEmptyLookUp(intent, vendor.askedAt(now)));
                    case 1 -> new Result.Made<>(link.with(intent), found.getFirst());
                    default -> new Result.Stuck<>(link.with(intent), "several records in Xero carry its mark");
                };
        };
    }

    private <T> Result<T> refused(Link stored, Intended intent, List<String> errors) {
        return new Result.Refused<>(stored.with(protocol.refused(intent, clock.instant())), errors);
    }

    private <T> Result<T> closed(Link stored, Intended intent) {
        return store(stored, protocol.unknown(intent, clock.instant()));
    }

    private <T> Result<T> store(Link link, Intended next) {
        // Losing this race is harmless: the winner knows more than we do.
        links.save(link.with(next), link.identity().records(), List.of());
        return new Result.Waiting<>(next.nextAt());
    }

    private <T> Result<T> overtaken() {
        return new Result.Waiting<>(clock.instant().plus(Outcome.SOON));
    }

    private static Duration retryAfter(RemoteFailure failure) {
        return failure instanceof RemoteFailure.RateLimited(Duration delay) ? delay : Duration.ofSeconds(30);
    }
}
