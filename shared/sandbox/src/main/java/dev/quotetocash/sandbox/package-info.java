/// Runs the whole bridge on one machine: the command line, and what it starts.
@NullMarked
package dev.quotetocash.sandbox;

import org.jspecify.annotations.NullMarked;
