@NullMarked
package dev.quotetocash.sandbox.pages;

import org.jspecify.annotations.NullMarked;
