package dev.quotetocash.engine;

/// How many messages a queue holds, approximately, as SQS counts: those that wait, those that somebody works on,
/// those that become visible later, and those that were given up.
public record Backlog(String queue, int waiting, int underWay, int delayed, int deadLetters) {}
