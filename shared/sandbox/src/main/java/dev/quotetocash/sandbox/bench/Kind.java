package dev.quotetocash.sandbox.bench;

import java.util.random.RandomGenerator;

/// A kind of request, and how many of ten are of it.
enum Kind {
    READ("read 100", 6),
    SEARCH("search", 2),
    WRITE("write 1", 2);

    private static final int ALL = 10;

    private final String title;
    private final int share;

    Kind(String title, int share) {
        this.title = title;
        this.share = share;
    }

    String title() {
        return title;
    }

    static Kind drawn(RandomGenerator random) {
        var left = random.nextInt(ALL);
        for (var kind : values()) {
            if (left < kind.share) return kind;
            left -= kind.share;
        }
        throw new IllegalStateException("the shares are less than " + ALL);
    }
}
