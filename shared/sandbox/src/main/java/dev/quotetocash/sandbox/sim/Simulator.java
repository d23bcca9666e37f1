package dev.quotetocash.sandbox.sim;

/// A vendor's API as a function: request in, reply out. State, clock and seed are its own; it never waits and
/// opens no socket. Safe to call from several threads; calls are applied one at a time.
public interface Simulator {

    SimResponse handle(SimRequest request);
}
