/// Runs template.yaml on one machine: its tables, queues and secrets in the embedded AWS, its functions from
/// their packaged artifacts, its routes, subscriptions and schedules by threads of this JVM. What the template
/// does not say is not there, so every run tests the template.
@NullMarked
package dev.quotetocash.sandbox.host;

import org.jspecify.annotations.NullMarked;
