package dev.quotetocash.sandbox.hubspot;

/// Who makes a call: the app with its token, or a person in HubSpot's user interface.
record Actor(String source, String sourceId, boolean isPerson) {

    static Actor app(long appId) {
        return new Actor("INTEGRATION", Long.toString(appId), false);
    }

    static Actor person() {
        return new Actor("CRM_UI", "userId:" + Owners.USER_ID, true);
    }
}
