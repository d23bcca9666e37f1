/// From an operator's link to stored connections, and the scopes that they need.
@NullMarked
package dev.quotetocash.sandbox.connect;

import org.jspecify.annotations.NullMarked;
