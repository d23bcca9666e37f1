package dev.quotetocash.sandbox.sim;

import dev.quotetocash.sandbox.sim.Webhook.Kind;
import dev.quotetocash.sandbox.sim.Webhook.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// What one app is still to be told, by its vendor's policy. It knows no sockets, no threads and no time but
/// its clock's: whoever drives it begins what is due and reports what came of it. In virtual time that is
/// [#deliverDue] in a loop that moves the clock to [#nextDue]; over HTTP it is a [WebhookSender]. The same
/// calls with the same seed go the same way.
public final class WebhookQueue implements Webhooks {

    /// How long a webhook is held back at most when chance has it overtaken.
    private static final Duration HELD_MAX = Duration.ofSeconds(10);

    private static final int PORT_MAX = 65_535;

    /// How many copies a single request for them makes at most.
    private static final int COPIES_MAX = 100_000;

    private final WebhookPolicy policy;
    private final WebhookForm form;
    private final SimClock clock;
    private final Random random;
    private final WebhookBook book = new WebhookBook();
    private String address = "";
    private WebhookSubscription subscription = WebhookSubscription.absent();
    private WebhookChances chances = WebhookChances.NONE;
    private WebhookCounts counts = WebhookCounts.NONE;
    private boolean losing;

    /// One attempt under way: `delivery` is to be sent, and its outcome reported for `webhook`.
    public record Attempt(long webhook, WebhookDelivery delivery) {}

    /// Without an address: nothing is sent until there is one.
    public WebhookQueue(WebhookPolicy policy, WebhookForm form, SimClock clock, long seed) {
        this.policy = policy;
        this.form = form;
        this.clock = clock;
        this.random = new Random(seed);
    }

    /// Sends to this address from now on, or nowhere if it is empty. Where the policy asks for proof, it must
    /// first be given.
    public synchronized void sendTo(String url) {
        address = checked(url);
        if (url.isEmpty()) subscription = WebhookSubscription.absent();
        else if (policy.proof().isEmpty()) subscription = WebhookSubscription.enabled("it has an address");
        else disableAndProbe("the address is new and has not proved itself");
    }

    @Override
    public synchronized void tell(List<WebhookEvent> events) {
        if (subscription.is(WebhookSubscription.State.ABSENT)) return;
        var now = clock.instant();
        counts = counts.oneSent();
        var due = happens(chances.heldBack()) ? now.plusMillis(random.nextLong(HELD_MAX.toMillis())) : now;
        var webhook = Webhook.waiting(book.nextId(), Kind.EVENTS, events, now, due);
        if (losing || happens(chances.lost())) lose(webhook);
        else book.put(webhook);
    }

    /// Begins everything that is due now, as far as the vendor has that many requests under way at a time.
    public synchronized List<Attempt> begin() {
        var now = clock.instant();
        forgetOutdated(now);
        var begun = new ArrayList<Attempt>();
        while (book.underWay() < policy.concurrent()) {
            var next = firstDue(now);
            if (next.isEmpty()) break;
            begun.add(begin(next.get(), now));
        }
        return begun;
    }

    public synchronized void report(Attempt attempt, WebhookOutcome outcome) {
        book.open(attempt.webhook()).ifPresent(webhook -> {
            var now = clock.instant();
            var accepted = webhook.kind() == Kind.WRONG_PROBE ? outcome.status() == 401 : outcome.accepted();
            var tried = webhook.attempted(new Webhook.Attempt(now, outcome), !accepted);
            if (webhook.isProbe()) judge(tried, accepted);
            else if (accepted) delivered(tried);
            else failed(tried, now);
        });
    }

    /// When [#begin] will next have something to begin. A time that has passed means: now.
    public synchronized Optional<Instant> nextDue() {
        return Stream.of(book.waitingProbes().nextDue(), nextDueEvents())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Sends all that is due now through `network`, which answers with a status. How many attempts that took.
    public int deliverDue(ToIntFunction<WebhookDelivery> network) {
        var attempts = 0;
        for (var begun = begin(); !begun.isEmpty(); begun = begin()) {
            for (var attempt : begun) {
                report(attempt, WebhookOutcome.answered(network.applyAsInt(attempt.delivery())));
                attempts++;
            }
        }
        return attempts;
    }

    /// Nothing is under way, and nothing will be by itself.
    public synchronized boolean isQuiet() {
        return book.underWay() == 0 && nextDue().isEmpty();
    }

    public Duration timeout() {
        return policy.timeout();
    }

    boolean asksForProof() {
        return policy.proof().isPresent();
    }

    /// From now on the network loses every new webhook, and nobody notices.
    public synchronized void lose(boolean lose) {
        losing = lose;
    }

    public synchronized void chances(WebhookChances changed) {
        chances = changed;
    }

    /// Tries the endpoint with probes. If it answers them all as it should, it is switched on, otherwise off.
    public synchronized void intentToReceive() {
        var proof = policy.proof();
        if (proof.isEmpty()) throw new IllegalArgumentException("this vendor sends no probes");
        if (address.isEmpty()) throw new IllegalArgumentException("there is no address to send probes to");
        book.probes().forEach(book::remove);
        var now = clock.instant();
        for (var probe = 0; probe < proof.get().probes(); probe++) {
            var kind = probe % 2 == 0 ? Kind.RIGHT_PROBE : Kind.WRONG_PROBE;
            book.put(Webhook.waiting(book.nextId(), kind, List.of(), now, now));
        }
    }

    /// What a person does who switches the endpoint on again. Without effect if it is on, or being tried.
    public synchronized void enable() {
        var probing = !book.probes().isEmpty();
        if (!probing && !subscription.is(WebhookSubscription.State.ENABLED)) intentToReceive();
    }

    /// Sends copies of the last `last` webhooks, each `times` times, in an order of chance. How many those are.
    public synchronized int sendAgain(int last, int times) {
        var sent = events();
        return copy(sent.subList(Math.max(0, sent.size() - last), sent.size()), times);
    }

    /// Sends copies of one webhook.
    public synchronized int sendAgainOne(long id, int times) {
        var found = events().stream().filter(webhook -> webhook.id() == id).toList();
        if (found.isEmpty()) throw new IllegalArgumentException("there is no webhook " + id);
        return copy(found, times);
    }

    /// Forgets all webhooks and their counts; address and subscription stay.
    public synchronized void clear() {
        book.clear();
        counts = WebhookCounts.NONE;
    }

    public synchronized WebhookReport report(int last) {
        return new WebhookReport(
                address,
                subscription,
                losing,
                chances,
                counts,
                book.open() - book.probes().size(),
                book.last(last));
    }

    /// The first made of those that may be sent now.
    private Optional<Webhook> firstDue(Instant now) {
        return Stream.of(book.waitingProbes().firstDue(now), firstDueEvents(now))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Webhook::id));
    }

    /// While one stalls the others, its turn alone counts.
    private Optional<Webhook> firstDueEvents(Instant now) {
        if (!subscription.is(WebhookSubscription.State.ENABLED)) return Optional.empty();
        var stalling = stalling();
        return stalling.isPresent()
                ? stalling.filter(webhook -> webhook.isDue(now))
                : book.waiting().firstDue(now);
    }

    private Optional<Instant> nextDueEvents() {
        if (!subscription.is(WebhookSubscription.State.ENABLED)) return Optional.empty();
        return stalling().map(Webhook::dueAt).or(book.waiting()::nextDue);
    }

    private Optional<Webhook> stalling() {
        return policy.stalls() ? book.waiting().firstFailed() : Optional.empty();
    }

    private static String checked(String url) {
        var uri = URI.create(url);
        var whole = (uri.getScheme() + "").matches("https?") && uri.getHost() != null && hasPossiblePort(uri);
        if (url.isEmpty() || whole) return url;
        throw new IllegalArgumentException(
                "an address is empty or starts with http:// or https:// and has a port up to 65535: " + url);
    }

    private static boolean hasPossiblePort(URI uri) {
        return uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= PORT_MAX);
    }

    private Attempt begin(Webhook webhook, Instant now) {
        var joined = webhook.isUntouched() && policy.joinsWaiting() ? joined(webhook, now) : webhook;
        book.put(joined.in(State.UNDER_WAY));
        var request = new WebhookRequest(
                joined.id(),
                address,
                joined.events(),
                joined.failures(),
                joined.kind() != Kind.WRONG_PROBE,
                clock.outside());
        return new Attempt(joined.id(), form.sign(request));
    }

    /// With all that waits behind it and belongs to it.
    private Webhook joined(Webhook webhook, Instant now) {
        var joined = webhook;
        var taken = new ArrayList<Webhook>();
        for (var next : book.waiting().untouchedAfter(webhook)) {
            if (!next.isDue(now)) continue;
            var full = joined.events().size() + next.events().size() > policy.eventsPerRequest();
            if (full || !joined.isFollowedBy(next)) break;
            joined = joined.with(next);
            taken.add(next);
        }
        taken.forEach(book::remove);
        return joined;
    }

    private void judge(Webhook probe, boolean answeredRightly) {
        book.finish(probe.in(answeredRightly ? State.DELIVERED : State.LOST));
        if (!answeredRightly) {
            book.probes().forEach(book::remove);
            subscription = WebhookSubscription.disabled("the " + ControlBody.spelled(probe.kind()) + " got "
                    + probe.attempts().getLast().outcome());
        } else if (book.probes().isEmpty()) {
            subscription = WebhookSubscription.enabled("all probes were answered rightly");
            var now = clock.instant();
            book.waiting().all().forEach(webhook -> book.put(webhook.afresh(now)));
        }
    }

    private void delivered(Webhook webhook) {
        counts = counts.oneDelivered();
        book.finish(webhook.in(State.DELIVERED));
        if (webhook.kind() == Kind.EVENTS && happens(chances.duplicated())) copy(List.of(webhook), 1);
    }

    private void failed(Webhook webhook, Instant now) {
        counts = counts.oneFailed();
        var failingSince = webhook.failingSince().orElse(now);
        var next = policy.retries().next(webhook.failures(), failingSince, now, random);
        if (next.isPresent()) {
            book.put(webhook.waitingUntil(next.get()));
        } else if (policy.proof().isEmpty()) {
            lose(webhook);
        } else {
            book.put(webhook.waitingUntil(now));
            subscription = WebhookSubscription.disabled(
                    "it did not accept webhook " + webhook.id() + " since " + failingSince + ", the last time with "
                            + webhook.attempts().getLast().outcome());
        }
    }

    private void disableAndProbe(String why) {
        subscription = WebhookSubscription.disabled(why);
        intentToReceive();
    }

    private void forgetOutdated(Instant now) {
        if (policy.proof().isEmpty()) return;
        var since = now.minus(policy.proof().get().kept());
        for (var line : List.of(book.waitingProbes(), book.waiting())) {
            for (var oldest = line.oldest();
                    oldest.isPresent() && oldest.get().madeAt().isBefore(since);
                    oldest = line.oldest()) lose(oldest.get());
        }
    }

    private void lose(Webhook webhook) {
        if (!webhook.isProbe()) counts = counts.oneLost();
        book.finish(webhook.in(State.LOST));
    }

    private List<Webhook> events() {
        return book.all().stream()
                .filter(webhook -> webhook.kind() == Kind.EVENTS)
                .toList();
    }

    private int copy(List<Webhook> originals, int times) {
        if ((long) originals.size() * times > COPIES_MAX)
            throw new IllegalArgumentException("at most " + COPIES_MAX + " copies can be sent at a time");
        var copies = new ArrayList<List<WebhookEvent>>();
        for (var time = 0; time < times; time++) originals.forEach(original -> copies.add(original.events()));
        Collections.shuffle(copies, random);
        var now = clock.instant();
        copies.forEach(events -> book.put(Webhook.waiting(book.nextId(), Kind.COPY, events, now, now)));
        return copies.size();
    }

    private boolean happens(int inAThousand) {
        return inAThousand > 0 && random.nextInt(1000) < inAThousand;
    }
}
