package dev.quotetocash.sandbox.xero;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The one person who works in the organisation, gives consent and is its user.
final class Person {

    static final String EMAIL = "finance@sandbox.example";
    static final String FIRST_NAME = "Sandbox";
    static final String LAST_NAME = "Finance";
    static final UUID USER_ID = UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8));

    private Person() {}
}
