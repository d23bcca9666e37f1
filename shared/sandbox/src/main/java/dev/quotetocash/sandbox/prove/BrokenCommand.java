package dev.quotetocash.sandbox.prove;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// Whether the proving ground bites: runs each broken variant of the bridge, seed by seed, until a run shows a
/// violation. A seed counts only if the unbroken bridge holds in it.
final class BrokenCommand implements Callable<Integer> {

    private static final int SEEDS_MAX = 200;

    private final long from;
    private final int seeds;
    private final List<Broken> variants;
    private final PrintStream out;
    private final Map<List<Edit>, Control> controls = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    /// Tries each variant with at most `seeds` seeds, the first of them `from`.
    BrokenCommand(long from, int seeds, List<Broken> variants, PrintStream out) {
        this.from = from;
        this.seeds = seeds;
        this.variants = List.copyOf(variants);
        this.out = out;
    }

    /// The variants in whose names the regular expression `part` is found. Where no first seed is named it is
    /// always the same, so that the answer is the same too.
    static int run(Optional<Long> from, Optional<Integer> seeds, String part, PrintStream out) {
        return new BrokenCommand(from.orElse(1L), seeds.orElse(SEEDS_MAX), named(part), out).call();
    }

    private static List<Broken> named(String part) {
        var matches = Pattern.compile(part).asPredicate();
        return Broken.all().stream()
                .filter(variant -> matches.test(variant.name()))
                .toList();
    }

    /// 0 if each variant is caught, and the unbroken bridge held in every seed that was used.
    @Override
    public Integer call() {
        // First all are compiled: a list that is not true any more says so at once.
        var mutants = new LinkedHashMap<Broken, Mutant>();
        variants.forEach(variant -> mutants.put(variant, variant.mutant()));
        var caught = 0;
        for (var variant : mutants.entrySet()) {
            if (isCaught(variant.getKey(), variant.getValue())) caught++;
        }
        controls.values().forEach(control -> say("unbroken%s: %s".formatted(control.stage, control.words())));
        failures.forEach(this::say);
        say(caught + " of " + variants.size() + " caught");
        return caught == variants.size() && failures.isEmpty() ? 0 : 1;
    }

    private boolean isCaught(Broken variant, Mutant mutant) {
        var begun = System.nanoTime();
        var proof = MutantProof.loaded(mutant);
        var control = controls.computeIfAbsent(variant.stage(), _ -> new Control(variant));
        var elsewhere = Duration.ZERO;
        for (var tried = 1; tried <= seeds; tried++) {
            var seed = from + tried - 1;
            var before = System.nanoTime();
            control.see(seed);
            elsewhere = elsewhere.plusNanos(System.nanoTime() - before);
            var violations = MutantProof.violations(proof, seed);
            if (!violations.isEmpty()) {
                var took = Duration.ofNanos(System.nanoTime() - begun).minus(elsewhere);
                say("%-44s caught   %3d  %s  %d s"
                        .formatted(variant.name(), tried, MutantProof.rule(violations.getFirst()), took.toSeconds()));
                return true;
            }
            say("  %s holds in seed %d".formatted(variant.name(), seed));
        }
        say("%-44s ESCAPED  %3d".formatted(variant.name(), seeds));
        return false;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /// The unbroken bridge in the seeds that the variants of one stage have used.
    private final class Control {
        private final String stage;
        private final Class<?> proof;
        private Optional<Long> last = Optional.empty();

        Control(Broken first) {
            this.stage = first.stage().isEmpty() ? "" : ", staged for '" + first.name() + "'";
            this.proof = first.stage().isEmpty() ? MutantProof.class : MutantProof.loaded(first.unbroken());
        }

        /// Seeds come in order.
        void see(long seed) {
            if (last.filter(known -> known >= seed).isPresent()) return;
            last = Optional.of(seed);
            var violations = MutantProof.violations(proof, seed);
            if (violations.isEmpty()) {
                say("  unbroken%s holds in seed %d".formatted(stage, seed));
            } else {
                failures.add("the unbroken bridge%s fails seed %d: %s".formatted(stage, seed, violations.getFirst()));
                say(failures.getLast());
            }
        }

        String words() {
            return "seeds " + from + " to " + last.orElse(from) + (failures.isEmpty() ? ", all hold" : "");
        }
    }
}
