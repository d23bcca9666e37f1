@NullMarked
package dev.quotetocash.sandbox.xero;

import org.jspecify.annotations.NullMarked;
