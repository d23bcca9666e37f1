package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.hubspot.OAuthState.Challenge;
import dev.quotetocash.sandbox.sim.StateJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Hub clock = Hub.fresh();

    @Test
    void carriesItsStateOverAsJson() {
        var gate = gate();
        gate.grants().newCode("https://a.example", List.of("oauth"), Optional.of(new Challenge("S256", "x")));
        gate.grants().newRefreshToken(List.of("oauth", "crm.objects.deals.read"));
        gate.grants().newAccessToken(List.of("oauth"), true);
        var actor = Actor.app(1, List.of());
        var route = Route.of("GET /crm/objects/{type}/{id}/associations/{toType}", Call::noContent);
        gate.limits().admit(actor, route, clock.instant());
        gate.limits().otherAppsSearch(2, clock.instant());
        gate.disruptions().migrate(clock.instant().plus(Duration.ofHours(1)));
        gate.disruptions().lock(ObjectType.named("deals").orElseThrow(), "512", clock.instant());
        gate.disruptions().failNext(2, 503);
        gate.disruptions().forbidAssociationEdits(true);
        var state = gate.snapshot();

        var other = gate();
        other.restore(StateJson.read(StateJson.write(state), Gate.State.class));

        assertThat(other.snapshot()).isEqualTo(state);
        assertThat(state.oauth().accessTokens()).hasSize(1);
        assertThat(state.limits().bursts()).containsEntry("1", List.of(clock.instant()));
        assertThat(state.limits().daily().used()).isEqualTo(3);
    }

    @Test
    void forgetsWhatItHadWhenAnotherStateIsRestored() {
        var gate = gate();
        var before = gate.snapshot();
        gate.grants().newRefreshToken(List.of("oauth"));
        gate.limits().otherAppsUse(7, clock.instant());
        gate.disruptions().failNext(1, 502);

        gate.restore(before);

        assertThat(gate.snapshot()).isEqualTo(before);
        assertThat(before.oauth()).isEqualTo(OAuthState.empty());
        assertThat(before.limits().bursts()).isEqualTo(Map.of());
    }

    private Gate gate() {
        var settings = HubSpotSettings.sandbox();
        return new Gate(new Portal(settings, clock, 1, new Outbox(settings, _ -> {})));
    }
}
