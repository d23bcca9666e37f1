package dev.quotetocash.sync;

/// One field to be written on one side. `before` is what was observed there, `after` what it is to become: never
/// `Unobserved`.
public sealed interface Effect {

    String field();

    Observed<String> before();

    Observed<String> after();

    record WriteHubSpot(String field, Observed<String> before, Observed<String> after) implements Effect {}

    record WriteXero(String field, Observed<String> before, Observed<String> after) implements Effect {}
}
