package dev.quotetocash.mapping;

import dev.quotetocash.sync.XeroContactId;

/// An invoice that is to be created: what it says, and who is billed.
public record NewInvoice(XeroContactId contact, InvoiceContent content) {}
