@NullMarked
package dev.quotetocash.mapping;

import org.jspecify.annotations.NullMarked;
