/// The function `invoice-sync`: a handler and its wiring.
@NullMarked
package dev.quotetocash.invoicesync;

import org.jspecify.annotations.NullMarked;
