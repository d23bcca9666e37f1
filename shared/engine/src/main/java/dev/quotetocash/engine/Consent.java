package dev.quotetocash.engine;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The page of one vendor on which a person lets us in, and what that person has let us into.
public interface Consent {

    /// A Xero organisation or a HubSpot account: its id as the parameter of the stack names it, and a name for
    /// people.
    record Account(String id, String name) {}

    /// Where the person is sent. Empty while nobody has put the app's id into its secret.
    Optional<URI> address(URI redirect, String state);

    /// What a new access token reaches: one account, several, or none. A refused token is
    /// [Unauthorized][RemoteFailure.Unauthorized].
    Reply<List<Account>> accounts(String accessToken);
}
