package dev.quotetocash.sandbox.prove;

/// What a run of the proving ground is given. It lasts `days` days, and longer if people have not made `edits` edits
/// by then; behind `eventsMost` events nothing more happens.
record ProofOptions(long seed, int days, int edits, int eventsMost) {

    static ProofOptions of(long seed) {
        return new ProofOptions(seed, 14, 300, Integer.MAX_VALUE);
    }
}
