package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Journal journal = new Journal();
    private final Table<Integer, String> words = new Table<>(journal);
    private final Index<Character, Integer, String> byInitial =
            words.followedBy(new Index<>(word -> Optional.of(word.charAt(0))));

    @Test
    void findsRecordsByAnIndexInTheOrderInWhichTheyCame() {
        words.put(1, "axe");
        words.put(2, "bow");
        words.put(3, "awl");

        assertThat(words.in(byInitial, 'a')).containsExactly("axe", "awl");
        words.put(1, "cup");
        assertThat(words.in(byInitial, 'a')).containsExactly("awl");
        words.remove(3);
        assertThat(words.in(byInitial, 'a')).isEmpty();
    }

    @Test
    void takesBackEveryChangeSinceAMark() {
        words.put(1, "axe");
        var mark = journal.mark();
        words.put(2, "awl");
        words.put(1, "bow");
        words.merge(2, "!", String::concat);
        words.remove(1);

        journal.takeBackTo(mark);

        assertThat(words).containsOnly(Map.entry(1, "axe"));
        assertThat(words.in(byInitial, 'a')).containsExactly("axe");
        assertThat(words.in(byInitial, 'b')).isEmpty();
    }

    @Test
    void keepsWhatWasClosed() {
        words.put(1, "axe");
        journal.close();

        journal.takeBackTo(0);

        assertThat(words).hasSize(1);
    }

    @Test
    void sortsRecordsByTheirChangeAlsoWhenItIsTakenBack() {
        record Dated(UUID id, Instant at) {}
        var dated = new Table<UUID, Dated>(journal);
        var byChange = dated.followedBy(new ByChange<>(Dated::at, Dated::id));
        var early = new Dated(new UUID(0, 2), Instant.ofEpochSecond(1));
        var rival = new Dated(new UUID(0, 1), Instant.ofEpochSecond(2));
        var late = new Dated(new UUID(0, 3), Instant.ofEpochSecond(2));
        for (var record : List.of(late, early, rival)) dated.put(record.id(), record);
        assertThat(byChange.all()).containsExactly(early, rival, late);
        var mark = journal.mark();

        var touched = new Dated(early.id(), Instant.ofEpochSecond(3));
        dated.put(early.id(), touched);
        dated.remove(rival.id());

        assertThat(byChange.all()).containsExactly(late, touched);
        journal.takeBackTo(mark);
        assertThat(byChange.all()).containsExactly(early, rival, late);
    }
}
