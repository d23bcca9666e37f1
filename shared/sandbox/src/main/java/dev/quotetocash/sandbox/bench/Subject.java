package dev.quotetocash.sandbox.bench;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.random.RandomGenerator;

/// A simulator to be measured: filled once, then asked.
interface Subject {

    String name();

    /// What its records are: `deals`.
    String recordsName();

    void load(int records);

    /// How many records it holds now.
    int records();

    /// A request of this kind for the records that are there.
    SimRequest request(Kind kind, RandomGenerator random);

    /// As the server calls it for a request from the network.
    SimResponse handle(SimRequest request);
}
