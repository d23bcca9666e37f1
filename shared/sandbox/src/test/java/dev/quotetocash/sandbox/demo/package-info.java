@NullMarked
package dev.quotetocash.sandbox.demo;

import org.jspecify.annotations.NullMarked;
