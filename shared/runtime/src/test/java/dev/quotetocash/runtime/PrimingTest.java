package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {

    private final List<String> ran = new ArrayList<>();

    @Test
    void runsNothingOutsideASnapshot() {
        Priming.register(() -> ran.add("before"), () -> ran.add("after"));

        assertThat(ran).isEmpty();
    }

    @Test
    void runsEachPartAtItsTime() {
        var priming = new Priming(() -> ran.add("before"), () -> ran.add("after"));

        priming.beforeCheckpoint(Core.getGlobalContext());
        assertThat(ran).containsExactly("before");

        priming.afterRestore(Core.getGlobalContext());
        assertThat(ran).containsExactly("before", "after");
    }
}
