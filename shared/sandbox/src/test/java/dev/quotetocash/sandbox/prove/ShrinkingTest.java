package dev.quotetocash.sandbox.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    @Test
    void tellsAllThatWasDoneByWhoeverNamesTheRecord() {
        var trace = List.of(
                "12:00  stack/invoices#1  takes [deal[7]]",
                "12:01  stack/invoices#2  takes [deal[8]]",
                "12:02  stack/invoices#1  PUT /Invoices 200",
                "12:03  stack/invoices#2  PUT /Invoices 200",
                "12:04  person  PATCH /deals/7 200");

        assertThat(Shrinking.story(failed(trace))).containsExactly(trace.get(0), trace.get(2), trace.get(4));
    }

    private static Verdict failed(List<String> trace) {
        var violation = new Violation("One live invoice per slot", "deal 7 has two", List.of("deal[7]", "/deals/7"));
        return new Verdict(
                ProofOptions.of(1), "f", 3, 1, 2, Duration.ofDays(1), List.of(violation), new Coverage(), trace);
    }
}
