/// The function `due-runner`: a handler and its wiring.
@NullMarked
package dev.quotetocash.duerunner;

import org.jspecify.annotations.NullMarked;
