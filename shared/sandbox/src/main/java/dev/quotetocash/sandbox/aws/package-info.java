/// The AWS services that the bridge uses, on loopback ports of this JVM: DynamoDB Local, ElasticMQ and a small
/// Secrets Manager. Nothing is kept when they stop.
@NullMarked
package dev.quotetocash.sandbox.aws;

import org.jspecify.annotations.NullMarked;
