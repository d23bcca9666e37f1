/// What every function needs around the engine: environment, batches, logs, metrics, HTTP, and webhooks from
/// the raw request to notices.
@NullMarked
package dev.quotetocash.runtime;

import org.jspecify.annotations.NullMarked;
