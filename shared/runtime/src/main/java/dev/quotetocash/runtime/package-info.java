@NullMarked
package dev.quotetocash.runtime;

import org.jspecify.annotations.NullMarked;
