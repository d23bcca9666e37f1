package dev.quotetocash.engine;

import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Links that see to it that their open work is looked at in time: whoever stores work that is due soon sends
/// one delayed message for it. A save has one winner, so there is one message for each stored due time, however
/// many notices came. Work that is due later than a queue can hold, and messages that get lost, are the
/// [DueRunner]'s.
final class OpenWork implements Links {

    private final Links links;
    private final Notices notices;
    private final InstantSource clock;

    OpenWork(Links links, Notices notices, InstantSource clock) {
        this.links = links;
        this.notices = notices;
        this.clock = clock;
    }

    /// Puts open work that could not go on off until a later time. Work that has a time to come keeps it.
    void putOff(LinkKey key, Duration delay) {
        var now = clock.instant();
        links.get(key)
                .filter(link ->
                        link.work().dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .ifPresent(link -> putOff(link, now.plus(delay)));
    }

    private void putOff(Link link, Instant until) {
        var later = link.with(link.work().dueAgain(until));
        if (links.save(later, link.identity().records(), List.of()) instanceof Saved.Stored) {
            announce(link.key(), until);
        }
    }

    @Override
    public Saved create(Link link, List<JournalEntry> journal) {
        return announced(links.create(link, journal));
    }

    @Override
    public Saved save(Link link, List<RecordRef> known, List<JournalEntry> journal) {
        return announced(links.save(link, known, journal));
    }

    @Override
    public Optional<Link> get(LinkKey key) {
        return links.get(key);
    }

    @Override
    public List<Link> getAll(List<LinkKey> keys) {
        return links.getAll(keys);
    }

    @Override
    public Optional<Link> at(RecordRef record) {
        return links.at(record);
    }

    @Override
    public List<Link> atAll(List<RecordRef> records) {
        return links.atAll(records);
    }

    @Override
    public List<LinkKey> due(Instant until, int limit) {
        return links.due(until, limit);
    }

    @Override
    public List<LinkKey> waitingFor(Cause cause, int limit) {
        return links.waitingFor(cause, limit);
    }

    /// What is being sent or written right now is settled by who does it. Only what a crash leaves behind is
    /// looked at again, and that the [DueRunner] finds.
    private Saved announced(Saved saved) {
        if (saved instanceof Saved.Stored(Link link) && !isUnderWay(link.work())) {
            link.work().dueAt().ifPresent(due -> announce(link.key(), due));
        }
        return saved;
    }

    private static boolean isUnderWay(Work work) {
        return work instanceof Work.Acting
                || (work instanceof Work.Intended intent && intent.phase() instanceof Work.Phase.Sending);
    }

    private void announce(LinkKey key, Instant due) {
        var now = clock.instant();
        var delay = Duration.between(now, due);
        if (delay.compareTo(Notices.DELAY_MAX) > 0) return;
        var notice = new Notice(Notice.Kind.LINK, List.of(key.value()), "due", now, 0);
        notices.enqueue(List.of(notice), delay.isNegative() ? Duration.ZERO : delay);
    }
}
