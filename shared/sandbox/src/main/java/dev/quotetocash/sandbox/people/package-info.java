/// The people of the sandbox: sales in HubSpot, finance in Xero, each through the public API of their own system.
@NullMarked
package dev.quotetocash.sandbox.people;

import org.jspecify.annotations.NullMarked;
