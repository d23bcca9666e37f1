/// The vendors' own clients against the simulators: what they send and accept is not ours.
@NullMarked
package dev.quotetocash.sandbox.clients;

import org.jspecify.annotations.NullMarked;
