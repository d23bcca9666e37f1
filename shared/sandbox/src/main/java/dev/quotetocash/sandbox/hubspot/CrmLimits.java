package dev.quotetocash.sandbox.hubspot;

/// What an account's edition allows. `customObjects`: only Enterprise has custom objects (section 7).
/// `customProperties` is the most that one object type may have (section 6).
public record CrmLimits(boolean customObjects, int customProperties) {

    private static final int CUSTOM_PROPERTIES = 1_000;

    public static CrmLimits usual() {
        return new CrmLimits(false, CUSTOM_PROPERTIES);
    }

    public static CrmLimits enterprise() {
        return new CrmLimits(true, CUSTOM_PROPERTIES);
    }
}
