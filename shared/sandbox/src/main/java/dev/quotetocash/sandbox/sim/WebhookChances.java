package dev.quotetocash.sandbox.sim;

/// How often, in a thousand webhooks, one that was accepted is sent once more, one is held back so that later
/// ones overtake it, and one is lost on the way. Both vendors warn of the first two (hubspot-api.md, 9.1;
/// xero-api.md, 10.1).
public record WebhookChances(int duplicated, int heldBack, int lost) {

    private static final int THOUSAND = 1000;

    public static final WebhookChances NONE = new WebhookChances(0, 0, 0);

    public WebhookChances {
        for (var chance : new int[] {duplicated, heldBack, lost}) {
            if (chance < 0 || chance > THOUSAND) {
                throw new IllegalArgumentException("a chance is a number from 0 to 1000: " + chance);
            }
        }
    }
}
