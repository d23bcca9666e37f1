package dev.quotetocash.engine;

import dev.quotetocash.mapping.MappingSettings;
import java.time.Duration;

/// The operator's choices for invoices. `settling` is how long a won deal is left alone; `lookUpDelay` how long
/// Xero may take to show a record that it has made.
public record InvoiceSettings(MappingSettings mapping, Duration settling, Duration lookUpDelay) {}
