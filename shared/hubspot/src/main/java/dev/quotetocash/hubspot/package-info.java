@NullMarked
package dev.quotetocash.hubspot;

import org.jspecify.annotations.NullMarked;
