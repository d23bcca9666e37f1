package dev.quotetocash.mapping;

import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.Observed;

/// What a deal says about its own synchronisation: a state and, where a person has to act, one sentence.
public record SyncMessage(State state, String sentence) {

    public enum State {
        OK("ok"),
        WAITING("waiting"),
        NEEDS_ATTENTION("needs_attention"),
        PAUSED("paused");

        private final String value;

        State(String value) {
            this.value = value;
        }
    }

    public static final SyncMessage OK = new SyncMessage(State.OK, "");

    public static SyncMessage needsAttention(String sentence) {
        return new SyncMessage(State.NEEDS_ATTENTION, sentence);
    }

    public static SyncMessage paused(String sentence) {
        return new SyncMessage(State.PAUSED, sentence);
    }

    /// As the values of the deal's properties.
    public Fields onto(Fields fields) {
        return fields.with(DealProperty.SYNC_STATE, Observed.of(state.value))
                .with(DealProperty.SYNC_ERROR, sentence.isEmpty() ? Observed.blank() : Observed.of(sentence));
    }
}
