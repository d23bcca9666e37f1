@NullMarked
package dev.quotetocash.engine;

import org.jspecify.annotations.NullMarked;
