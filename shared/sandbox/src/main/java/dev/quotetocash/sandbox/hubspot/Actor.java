package dev.quotetocash.sandbox.hubspot;

import java.util.Collection;
import java.util.List;

/// Who makes a call: an app with its token, or a person in HubSpot's user interface. An empty `scopes` grants
/// everything. The token of an OAuth app is user-level: it has the permissions of who authorised it.
record Actor(String source, String sourceId, boolean isPerson, boolean isOAuth, List<String> scopes) {

    /// `changeSource` of what a person does in the user interface.
    static final String UI = "CRM_UI";

    Actor {
        scopes = List.copyOf(scopes);
    }

    /// A static app or a service key.
    static Actor app(long appId, Collection<String> scopes) {
        return new Actor("INTEGRATION", Long.toString(appId), false, false, List.copyOf(scopes));
    }

    static Actor oauth(long appId, List<String> scopes) {
        return new Actor("INTEGRATION", Long.toString(appId), false, true, scopes);
    }

    static Actor person() {
        return new Actor(UI, "userId:" + Owners.USER_ID, true, false, List.of());
    }
}
