@NullMarked
package dev.quotetocash.sandbox.engine;

import org.jspecify.annotations.NullMarked;
