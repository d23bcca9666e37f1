package dev.quotetocash.sandbox.bench;

import java.util.Map;

/// What was measured of one simulator. `records` is how many it held at the end.
record Result(String simulator, String recordsName, int records, Timing all, Map<Kind, Timing> kinds) {}
