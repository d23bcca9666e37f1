package dev.quotetocash.engine;

import java.time.InstantSource;
import java.util.function.Supplier;

/// All of the outside world that the engine may touch. `newId` gives a fresh UUID each time; `clock` measures
/// delays, and only delays.
public record Ports(
        HubSpotGateway hubspot,
        XeroGateway xero,
        Links links,
        Marks marks,
        Notices notices,
        Telemetry telemetry,
        InstantSource clock,
        Supplier<String> newId) {}
