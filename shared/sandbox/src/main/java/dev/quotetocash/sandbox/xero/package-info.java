/// Xero's Accounting API as a stateful function, after reference/xero-api.md: what one organisation answers to
/// the bridge's app and to the people of finance. It shares no code with the client it tests.
@NullMarked
package dev.quotetocash.sandbox.xero;

import org.jspecify.annotations.NullMarked;
