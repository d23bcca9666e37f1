package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
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
}
