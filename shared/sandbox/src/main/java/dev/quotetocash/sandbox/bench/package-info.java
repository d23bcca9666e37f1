/// How fast the simulators answer: a mix of requests on one thread, without sockets.
@NullMarked
package dev.quotetocash.sandbox.bench;

import org.jspecify.annotations.NullMarked;
