package dev.quotetocash.sandbox.sim;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Webhooks that wait to be sent, in every order in which they are looked for: no question walks through all
/// of them.
final class WaitingWebhooks {

    private static final Comparator<Webhook> BY_ID = Comparator.comparingLong(Webhook::id);
    private static final Comparator<Webhook> BY_DUE =
            Comparator.comparing(Webhook::dueAt).thenComparing(BY_ID);
    private static final Comparator<Webhook> BY_AGE =
            Comparator.comparing(Webhook::madeAt).thenComparing(BY_ID);

    private final NavigableSet<Webhook> all = new TreeSet<>(BY_ID);
    private final NavigableSet<Webhook> allByDue = new TreeSet<>(BY_DUE);
    private final NavigableSet<Webhook> allByAge = new TreeSet<>(BY_AGE);
    private final NavigableSet<Webhook> untouched = new TreeSet<>(BY_ID);
    private final NavigableSet<Webhook> failed = new TreeSet<>(BY_ID);

    /// Those that were due when somebody last looked; `later` are all others.
    private final NavigableSet<Webhook> due = new TreeSet<>(BY_ID);

    private final NavigableSet<Webhook> later = new TreeSet<>(BY_DUE);

    void add(Webhook webhook) {
        all.add(webhook);
        allByDue.add(webhook);
        allByAge.add(webhook);
        later.add(webhook);
        if (webhook.isUntouched()) untouched.add(webhook);
        if (webhook.failures() > 0) failed.add(webhook);
    }

    /// One that is here exactly as it is.
    void remove(Webhook webhook) {
        for (var some : orders()) some.remove(webhook);
    }

    void clear() {
        orders().forEach(Collection::clear);
    }

    /// In the order in which they were made. A copy.
    List<Webhook> all() {
        return List.copyOf(all);
    }

    /// The first made of those that are due.
    Optional<Webhook> firstDue(Instant now) {
        while (!later.isEmpty() && later.first().isDue(now)) {
            var turned = later.first();
            later.remove(turned);
            due.add(turned);
        }
        while (!due.isEmpty() && !due.first().isDue(now)) {
            var early = due.first();
            due.remove(early);
            later.add(early);
        }
        return first(due);
    }

    /// The earliest time at which one of them is or was due.
    Optional<Instant> nextDue() {
        return first(allByDue).map(Webhook::dueAt);
    }

    /// The one that was made at the earliest time.
    Optional<Webhook> oldest() {
        return first(allByAge);
    }

    /// The first made of those that have failed.
    Optional<Webhook> firstFailed() {
        return first(failed);
    }

    /// Those that were made later and that nobody has seen yet, in their order. Not to be walked through while
    /// webhooks come and go.
    Collection<Webhook> untouchedAfter(Webhook webhook) {
        return untouched.tailSet(webhook, false);
    }

    private List<NavigableSet<Webhook>> orders() {
        return List.of(all, allByDue, allByAge, untouched, failed, due, later);
    }

    private static Optional<Webhook> first(NavigableSet<Webhook> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.first());
    }
}
