/// The story that the demo tells: sales in HubSpot, finance in Xero, and checks on what both systems then hold.
@NullMarked
package dev.quotetocash.sandbox.demo;

import org.jspecify.annotations.NullMarked;
