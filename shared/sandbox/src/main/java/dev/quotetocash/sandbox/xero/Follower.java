package dev.quotetocash.sandbox.xero;

import java.util.Optional;

/// Hears of every change of a [Table]: a record came, went or was replaced.
interface Follower<K, V> {

    void follow(K key, Optional<V> before, Optional<V> after);
}
