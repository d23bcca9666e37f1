package dev.quotetocash.sync;

/// All that a plan may know: the last agreement, what an interrupted attempt was writing, and one full read of
/// each side.
public record Situation(Baseline baseline, Work.Acting acting, Fields hubspot, Fields xero) {

    public static Situation of(Baseline baseline, Work work, Fields hubspot, Fields xero) {
        var acting = work instanceof Work.Acting open ? open : Work.Acting.NOTHING;
        return new Situation(baseline, acting, hubspot, xero);
    }

    Agreed<String, String> acting(String field) {
        return new Agreed<>(acting.hubspot().get(field), acting.xero().get(field));
    }
}
