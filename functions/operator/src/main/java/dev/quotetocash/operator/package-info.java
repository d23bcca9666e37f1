/// The function `operator`: a handler and its wiring.
@NullMarked
package dev.quotetocash.operator;

import org.jspecify.annotations.NullMarked;
