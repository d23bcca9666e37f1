package dev.quotetocash.hubspot;

import static dev.quotetocash.hubspot.Clients.over;
import static dev.quotetocash.hubspot.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.HubSpotGateway.Range;
import dev.quotetocash.engine.Reply;
import dev.quotetocash.sync.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Instant FROM = Instant.ofEpochMilli(1_763_700_000_000L);

    private final FakeHttp http = new FakeHttp();
    private final HubSpotClient client = over(http);

    @Test
    void asksForWonDealsOfAClosedWindowByIdAndSendsWhatTheDefinitionRequires() {
        http.answers(200, results(2));

        var page = value(client.sweepWonDeals(new Range(FROM, Optional.of(FROM.plusMillis(5)), "512"), Lane.SWEEP));

        assertThat(page.ids()).containsExactly("1", "2");
        assertThat(page.full()).isFalse();
        assertThat(http.calls()).containsExactly("POST /crm/objects/2026-09/deals/search");
        assertThat(body()).isEqualTo("""
                {"filterGroups":[{"filters":[\
                {"propertyName":"hs_lastmodifieddate","operator":"GTE","value":"1763700000000"},\
                {"propertyName":"hs_lastmodifieddate","operator":"LT","value":"1763700000005"},\
                {"propertyName":"hs_object_id","operator":"GT","value":"512"},\
                {"propertyName":"hs_is_closed_won","operator":"EQ","value":"true"}]}],\
                "sorts":[{"propertyName":"hs_object_id","direction":"ASCENDING"}],"properties":["hs_object_id"],\
                "limit":200,"after":"0"}""");
    }

    @Test
    void asksForLineItemsWithoutAnEndAtFirst() {
        http.answers(200, results(0));

        client.sweepLineItems(new Range(FROM, Optional.empty(), "0"), Lane.SWEEP);

        assertThat(http.calls()).containsExactly("POST /crm/objects/2026-09/line_items/search");
        assertThat(body()).doesNotContain("\"LT\"", "hs_is_closed_won");
    }

    @Test
    void takesAPageOfTwoHundredForFull() {
        http.answers(200, results(200));

        var page = value(client.sweepLineItems(new Range(FROM, Optional.empty(), "0"), Lane.SWEEP));

        assertThat(page.full()).isTrue();
    }

    @Test
    void failsOnAnAnswerWithoutAList() {
        http.answers(200, "{\"total\":0}");

        var reply = client.sweepLineItems(new Range(FROM, Optional.empty(), "0"), Lane.SWEEP);

        assertThat(reply).isInstanceOf(Reply.Failed.class);
    }

    private String body() {
        return new String(http.request(0).body(), StandardCharsets.UTF_8);
    }

    private static String results(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("{\"id\":\"%d\",\"properties\":{}}"::formatted)
                .collect(Collectors.joining(",", "{\"total\":" + count + ",\"results\":[", "]}"));
    }
}
