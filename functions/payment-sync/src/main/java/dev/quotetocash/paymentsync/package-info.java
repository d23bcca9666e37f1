/// The function `payment-sync`: a handler and its wiring.
@NullMarked
package dev.quotetocash.paymentsync;

import org.jspecify.annotations.NullMarked;
