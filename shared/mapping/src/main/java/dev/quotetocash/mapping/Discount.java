package dev.quotetocash.mapping;

import java.math.BigDecimal;

/// What is taken off a line.
public sealed interface Discount {

    record None() implements Discount {}

    /// In percent of the line: 10 is a tenth.
    record Percent(BigDecimal rate) implements Discount {}

    /// Off each unit, in the line's currency; HubSpot's `discount`.
    record PerUnit(BigDecimal amount) implements Discount {}
}
