/// Puts adapters behind the engine's ports, from the environment of a function.
@NullMarked
package dev.quotetocash.wiring;

import org.jspecify.annotations.NullMarked;
