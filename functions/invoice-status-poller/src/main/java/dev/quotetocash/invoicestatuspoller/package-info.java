/// The function `invoice-status-poller`: a handler and its wiring.
@NullMarked
package dev.quotetocash.invoicestatuspoller;

import org.jspecify.annotations.NullMarked;
