/// The stores and queues of the engine in memory, under the same contract as the real ones: for the proving
/// ground and for tests.
@NullMarked
package dev.quotetocash.sandbox.memory;

import org.jspecify.annotations.NullMarked;
