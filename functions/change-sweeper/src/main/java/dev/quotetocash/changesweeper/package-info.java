/// The function `change-sweeper`: a handler and its wiring.
@NullMarked
package dev.quotetocash.changesweeper;

import org.jspecify.annotations.NullMarked;
