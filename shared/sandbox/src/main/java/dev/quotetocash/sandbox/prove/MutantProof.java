package dev.quotetocash.sandbox.prove;

import java.util.List;

/// The way into the proving ground from outside of its class loader: only types of the JDK cross it.
public final class MutantProof {

    /// Many short runs find more than few long ones, and most variants are caught by the first.
    private static final int DAYS = 7;

    private static final int EDITS = 150;
    private static final String SEPARATOR = ": ";

    private MutantProof() {}

    /// What a seed shows, as `rule: case`. A run that does not come to its end shows that.
    public static List<String> violations(long seed) {
        try {
            return Proof.of(new ProofOptions(seed, DAYS, EDITS, Integer.MAX_VALUE)).violations().stream()
                    .map(violation -> violation.rule() + SEPARATOR + violation.what())
                    .toList();
        } catch (RuntimeException failed) {
            return List.of("The run comes to its end" + SEPARATOR + failed);
        }
    }

    /// The same, with the mutant's classes.
    static List<String> violations(Class<?> loaded, long seed) {
        try {
            var all = (List<?>) loaded.getMethod("violations", long.class).invoke(null, seed);
            return all.stream().map(String.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the proving ground cannot be run in a class loader of its own", e);
        }
    }

    static Class<?> loaded(Mutant mutant) {
        try {
            return new MutantLoader(mutant, MutantProof.class.getClassLoader()).loadClass(MutantProof.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String rule(String violation) {
        return violation.substring(0, violation.indexOf(SEPARATOR));
    }
}
