@NullMarked
package dev.quotetocash.aws;

import org.jspecify.annotations.NullMarked;
