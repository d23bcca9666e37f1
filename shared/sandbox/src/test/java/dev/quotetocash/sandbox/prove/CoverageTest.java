package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void namesEachCellThatNothingReached() {
        var coverage = new Coverage();
        coverage.count(Fault.REPLY_LOST, Operation.XERO_INVOICE);
        coverage.expect("clocks jump");

        assertThat(coverage.empty())
                .contains("clocks jump", "reply lost after commit x contact")
                .doesNotContain("reply lost after commit x invoice", "reply lost after commit x queue");
    }

    @Test
    void addsUpOverSeeds() {
        var one = new Coverage();
        one.expect("clocks jump");
        var other = new Coverage();
        other.count("clocks jump");
        other.count(Fault.THROTTLED, Operation.QUEUE);

        one.add(other);

        assertThat(one.empty()).doesNotContain("clocks jump", "AWS throttles x queue");
        assertThat(one.table()).contains("clocks jump");
    }
}
