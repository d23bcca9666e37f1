package dev.quotetocash.sandbox.prove;

/// What a run of the proving ground is given. It lasts `days` days, and longer if people have not made `edits`
/// edits and [#FAULTS] faults have not struck by then; behind `eventsMost` events nothing more happens.
record ProofOptions(long seed, int days, int edits, int eventsMost) {

    static final int FAULTS = 50;

    private static final int DAYS = 21;
    private static final int EDITS = 300;

    ProofOptions after(int events) {
        return new ProofOptions(seed, days, edits, events);
    }

    static ProofOptions of(long seed) {
        return new ProofOptions(seed, DAYS, EDITS, Integer.MAX_VALUE);
    }
}
