package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/// A part of a [Credit] used for an invoice, in their common currency.
record Allocation(UUID id, UUID creditId, UUID invoiceId, BigDecimal amount, LocalDate date) {}
