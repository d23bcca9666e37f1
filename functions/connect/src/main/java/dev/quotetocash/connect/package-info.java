/// The function `connect`: a handler and its wiring.
@NullMarked
package dev.quotetocash.connect;

import org.jspecify.annotations.NullMarked;
