@NullMarked
package dev.quotetocash.sandbox.template;

import org.jspecify.annotations.NullMarked;
