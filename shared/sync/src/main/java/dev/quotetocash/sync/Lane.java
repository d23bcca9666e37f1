package dev.quotetocash.sync;

/// What a vendor call is for. When the vendor's quota gets scarce, the lanes give way in the order of this list,
/// the last one first.
public enum Lane {
    /// Whatever a won deal needs until its invoice is there.
    INVOICE(100, 100, 0),

    /// What somebody changed: payments, status, edits.
    CHANGE(80, 20, 5),

    /// Regular looks for what nobody has told of.
    SWEEP(60, 16, 10),

    /// Existing records when a pair is connected for the first time.
    FIRST_LOAD(40, 4, 20);

    private static final int PERCENT = 100;

    private final int ofWindow;
    private final int ofDay;
    private final int floorOfDay;

    Lane(int ofWindow, int ofDay, int floorOfDay) {
        this.ofWindow = ofWindow;
        this.ofDay = ofDay;
        this.floorOfDay = floorOfDay;
    }

    /// A call of this lane may be the `n`-th at a time, or in a short window, up to this `n`: the rest is kept
    /// free for the lanes above.
    public int most(int limit) {
        return Math.max(1, limit * ofWindow / PERCENT);
    }

    /// So many calls of a day may be of this lane.
    public int share(int perDay) {
        return perDay * ofDay / PERCENT;
    }

    /// With fewer than that left of the day, whoever used them up, this lane gives way.
    public int floor(int perDay) {
        return perDay * floorOfDay / PERCENT;
    }
}
