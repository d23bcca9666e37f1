/// The contracts of the stores, and every store under them: in memory, DynamoDB Local, and LocalStack where
/// Docker is.
package dev.quotetocash.sandbox.stores;
