/// The proving ground proved: that it is one run each time, that it interleaves, and that it holds.
@NullMarked
package dev.quotetocash.sandbox.prove;

import org.jspecify.annotations.NullMarked;
