package dev.quotetocash.sandbox.hubspot;

import java.util.Optional;

/// The object types of an account: HubSpot's and its own.
interface Types {

    Optional<ObjectType> named(String name);
}
