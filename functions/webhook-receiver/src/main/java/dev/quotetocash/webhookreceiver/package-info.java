/// The function `webhook-receiver`: a handler and its wiring.
@NullMarked
package dev.quotetocash.webhookreceiver;

import org.jspecify.annotations.NullMarked;
