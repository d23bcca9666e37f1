package dev.quotetocash.sync;

/// Both sides changed a field since they last agreed. `winner` is the policy that decided; under `REVIEW` nobody
/// won and nothing is written. Both values go to the journal.
public record Conflict(String field, Observed<String> hubspot, Observed<String> xero, Policy winner) {}
