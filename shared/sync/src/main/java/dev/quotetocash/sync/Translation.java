package dev.quotetocash.sync;

/// How a value reads in the other system's space. Pure; both ways are total over normalised values. A lossy way
/// (a cut text, say) is allowed: a side is compared only with its own half of the baseline.
public interface Translation {

    String toXero(String hubspot);

    String toHubSpot(String xero);

    /// Both systems spell the value alike.
    Translation SAME = new Translation() {
        @Override
        public String toXero(String hubspot) {
            return hubspot;
        }

        @Override
        public String toHubSpot(String xero) {
            return xero;
        }
    };
}
