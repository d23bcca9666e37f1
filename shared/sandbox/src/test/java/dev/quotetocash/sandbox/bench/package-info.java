@NullMarked
package dev.quotetocash.sandbox.bench;

import org.jspecify.annotations.NullMarked;
