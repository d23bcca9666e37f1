/// What both simulators share: requests and replies as values, the control surface, faults, call counts, the
/// clock, and the delivery of webhooks.
@NullMarked
package dev.quotetocash.sandbox.sim;

import org.jspecify.annotations.NullMarked;
