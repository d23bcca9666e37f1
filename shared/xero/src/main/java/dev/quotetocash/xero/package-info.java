@NullMarked
package dev.quotetocash.xero;

import org.jspecify.annotations.NullMarked;
