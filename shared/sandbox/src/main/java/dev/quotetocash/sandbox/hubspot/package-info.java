/// A stateful simulation of HubSpot's CRM API. It follows docs/reference/hubspot-api.md and shares no code with
/// the client that is tested against it; section numbers in this package are that document's.
@NullMarked
package dev.quotetocash.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
