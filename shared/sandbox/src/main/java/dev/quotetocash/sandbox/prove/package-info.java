/// The proving ground: the real engine between both simulators in virtual time, with people who edit both systems
/// and faults that strike every port, and checkers that say what must hold (docs/proving-ground.md). One seed
/// decides everything.
@NullMarked
package dev.quotetocash.sandbox.prove;

import org.jspecify.annotations.NullMarked;
