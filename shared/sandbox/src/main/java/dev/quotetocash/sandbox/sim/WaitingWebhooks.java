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

    private final NavigableSet<Webhook> all = new TreeSet<>(BY_ID);
    private final NavigableSet<Webhook> untouched = new TreeSet<>(BY_ID);
    private final NavigableSet<Webhook> failed = new TreeSet<>(BY_ID);

    /// Those that were due when somebody last looked; `later` are all others.
    private final NavigableSet<Webhook> due = new TreeSet<>(BY_ID);

    private final NavigableSet<Webhook> later = new TreeSet<>(BY_DUE);

    void add(Webhook webhook) {
        all.add(webhook);
        later.add(webhook);
        if (webhook.isUntouched()) untouched.add(webhook);
        if (webhook.failures() > 0) failed.add(webhook);
    }

    /// One that is here exactly as it is.
    void remove(Webhook webhook) {
        all.remove(webhook);
        if (!due.remove(webhook)) later.remove(webhook);
        if (webhook.isUntouched()) untouched.remove(webhook);
        if (webhook.failures() > 0) failed.remove(webhook);
    }

    void clear() {
        List.of(all, untouched, failed, due, later).forEach(Collection::clear);
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

    /// The earliest time at which one of them is due; any that has passed if one was due already.
    Optional<Instant> nextDue() {
        return first(due).or(() -> first(later)).map(Webhook::dueAt);
    }

    /// The first made.
    Optional<Webhook> oldest() {
        return first(all);
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

    private static Optional<Webhook> first(NavigableSet<Webhook> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.first());
    }
}
