@NullMarked
package dev.quotetocash.sync;

import org.jspecify.annotations.NullMarked;
