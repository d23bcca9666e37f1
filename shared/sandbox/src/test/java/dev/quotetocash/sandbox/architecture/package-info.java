@NullMarked
package dev.quotetocash.sandbox.architecture;

import org.jspecify.annotations.NullMarked;
