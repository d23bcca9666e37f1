package dev.quotetocash.sync;

/// Why a link waits, as the key under which everything that waits for the same thing is found: when it is gone,
/// all of that becomes due.
public record Cause(String value) {

    /// Only time passes: settling, looking up, acting.
    public static final Cause TIME = new Cause("time");

    /// A person has to decide; a notice about the record tries again.
    public static final Cause PERSON = new Cause("person");

    /// The mapping or the organisation's reference data does not cover the record.
    public static final Cause MAPPING = new Cause("mapping");

    /// Creation is paused: not activated, or another installation owns the portal.
    public static final Cause ACTIVATION = new Cause("activation");

    /// A vendor does not answer, or allows no more calls: nothing is wrong with the record.
    public static final Cause VENDOR = new Cause("vendor");

    public static Cause tax(String id) {
        return new Cause("tax:" + id);
    }

    public static Cause account(String code) {
        return new Cause("account:" + code);
    }

    public static Cause customer(RecordRef record) {
        return new Cause("customer:" + record);
    }
}
