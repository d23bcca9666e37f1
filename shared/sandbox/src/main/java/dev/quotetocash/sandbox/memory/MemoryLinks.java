package dev.quotetocash.sandbox.memory;

import dev.quotetocash.engine.Links;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.RecordRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Links in memory. Each call is applied as a whole, also between threads.
public final class MemoryLinks implements Links {

    /// By the text of their keys, so that every listing has the same order in every run.
    private final TreeMap<String, Link> links = new TreeMap<>();

    private final TreeSet<Due> due = new TreeSet<>();
    private final Map<RecordRef, LinkKey> locators = new LinkedHashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    /// A link that is to be looked at.
    private record Due(Instant at, LinkKey key) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            var byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : key.value().compareTo(other.key.value());
        }
    }

    @Override
    public synchronized Optional<Link> get(LinkKey key) {
        return Optional.ofNullable(links.get(key.value()));
    }

    @Override
    public synchronized List<Link> getAll(List<LinkKey> keys) {
        return keys.stream().distinct().flatMap(key -> get(key).stream()).toList();
    }

    @Override
    public synchronized Optional<Link> at(RecordRef record) {
        return Optional.ofNullable(locators.get(record)).flatMap(this::get);
    }

    @Override
    public synchronized List<Link> atAll(List<RecordRef> records) {
        return records.stream()
                .map(locators::get)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(key -> get(key).stream())
                .toList();
    }

    @Override
    public synchronized Saved create(Link link, List<JournalEntry> entries) {
        var records = link.identity().records();
        if (links.containsKey(link.key().value())
                || records.stream().anyMatch(record -> leadsElsewhere(record, link.key()))) {
            return new Saved.Stale();
        }
        journal.addAll(entries);
        return stored(link.withVersion(1), records);
    }

    @Override
    public synchronized Saved save(Link link, List<RecordRef> known, List<JournalEntry> entries) {
        var stored = links.get(link.key().value());
        if (stored == null || stored.version() != link.version()) return new Saved.Stale();
        var added = new LinkedHashSet<>(link.identity().records());
        known.forEach(added::remove);
        if (added.stream().anyMatch(record -> leadsElsewhere(record, link.key()))) return new Saved.Stale();
        journal.addAll(entries);
        return stored(link.withVersion(link.version() + 1), List.copyOf(added));
    }

    @Override
    public synchronized List<LinkKey> due(Instant until, int limit) {
        return due.stream()
                .takeWhile(one -> !one.at().isAfter(until))
                .limit(limit)
                .map(Due::key)
                .toList();
    }

    /// Whether [#due] would find any.
    public synchronized boolean isAnyDue(Instant until) {
        return !due.isEmpty() && !due.first().at().isAfter(until);
    }

    @Override
    public synchronized List<LinkKey> waitingFor(Cause cause, int limit) {
        var waiting = new ArrayList<LinkKey>();
        for (var link : links.values()) {
            if (waiting.size() == limit) break;
            if (link.work().cause().filter(cause::equals).isPresent()) waiting.add(link.key());
        }
        return waiting;
    }

    /// Forgets a link and what leads to it, as when the table is restored to an earlier point.
    public synchronized void lose(LinkKey key) {
        forgetDue(Optional.ofNullable(links.remove(key.value())));
        locators.values().removeIf(key::equals);
    }

    /// All rows at one moment, without the journal.
    public record Rows(Map<String, Link> links, Map<RecordRef, LinkKey> locators) {
        public Rows {
            links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
            locators = Collections.unmodifiableMap(new LinkedHashMap<>(locators));
        }
    }

    public synchronized Rows rows() {
        return new Rows(links, locators);
    }

    /// The table is put back to an earlier point; the journal is another table.
    public synchronized void putBack(Rows earlier) {
        links.clear();
        due.clear();
        earlier.links().values().forEach(this::put);
        locators.clear();
        locators.putAll(earlier.locators());
    }

    /// Every link, by key.
    public synchronized List<Link> all() {
        return List.copyOf(links.values());
    }

    /// Every entry, the oldest save first.
    public synchronized List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    public List<JournalEntry> journal(RecordRef record) {
        return journal().stream().filter(entry -> entry.record().equals(record)).toList();
    }

    private boolean leadsElsewhere(RecordRef record, LinkKey key) {
        var there = locators.get(record);
        return there != null && !there.equals(key);
    }

    private Saved stored(Link link, List<RecordRef> added) {
        put(link);
        added.forEach(record -> locators.put(record, link.key()));
        return new Saved.Stored(link);
    }

    private void put(Link link) {
        forgetDue(Optional.ofNullable(links.put(link.key().value(), link)));
        link.work().dueAt().ifPresent(at -> due.add(new Due(at, link.key())));
    }

    private void forgetDue(Optional<Link> before) {
        before.ifPresent(link -> link.work().dueAt().ifPresent(at -> due.remove(new Due(at, link.key()))));
    }
}
