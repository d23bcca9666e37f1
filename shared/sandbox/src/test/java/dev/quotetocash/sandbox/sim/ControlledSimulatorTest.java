package dev.quotetocash.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ControlledSimulatorTest {

    private final Notebook notebook = new Notebook();
    private final Endpoint endpoint = Endpoint.ofXero();
    private final List<String> acted = new ArrayList<>();
    private final ControlledSimulator simulator = new ControlledSimulator(
            notebook,
            endpoint.queue,
            endpoint.clock,
            List.of(Control.silent("POST", "/sim/people/act", "acts", body -> acted.add(body.text("how")))));

    @Test
    void listsEveryControlWithItsHelp() {
        var controls = json(call("GET", "/sim", "")).path("controls");

        assertThat(texts(controls, "control"))
                .startsWith("GET /sim", "GET /sim/calls", "DELETE /sim/calls")
                .contains("PUT /sim/state", "POST /sim/clock", "POST /sim/webhooks/enable", "POST /sim/people/act");
        assertThat(texts(controls, "help")).allSatisfy(help -> assertThat(help).isNotBlank());
    }

    @Test
    void namesTheListToWhoeverAsksForAnUnknownControl() {
        var reply = call("GET", "/sim/none", "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(error(reply)).isEqualTo("no such control: GET /sim/none; GET /sim lists them");
        assertThat(call("POST", "/simple", "x").status()).isEqualTo(200);
    }

    @Test
    void countsCallsButNoControls() {
        call("POST", "/notes", "x");
        call("GET", "/sim/calls", "");

        assertThat(call("GET", "/sim/calls", "").text()).isEqualTo("{\"calls\":{\"POST /notes\":1}}");
        assertThat(call("DELETE", "/sim/calls", "").status()).isEqualTo(204);
        assertThat(call("GET", "/sim/calls", "").text()).isEqualTo("{\"calls\":{}}");
    }

    @Test
    void losesAReplyAfterTheRequestWasApplied() {
        arm("{'fault':'lose-reply','endpoint':'POST /notes','times':1}");

        assertThatThrownBy(() -> call("POST", "/notes", "x")).isInstanceOf(LostReply.class);

        assertThat(notebook.notes).containsExactly("x");
        assertThat(call("POST", "/notes", "y").status()).isEqualTo(200);
    }

    @Test
    void closesAConnectionBeforeTheRequestIsApplied() {
        arm("{'fault':'refuse','endpoint':'POST /notes','times':1}");

        assertThatThrownBy(() -> call("POST", "/notes", "x")).isInstanceOf(ClosedConnection.class);

        assertThat(notebook.notes).isEmpty();
    }

    @Test
    void marksASlowAnswerAndWaitsForNothing() {
        arm("{'fault':'slow','endpoint':'POST /notes','times':1,'delay':'PT40S'}");

        var slow = call("POST", "/notes", "x");

        assertThat(slow.delay()).isEqualTo(Duration.ofSeconds(40));
        assertThat(slow.with("a", "b").delay()).isEqualTo(Duration.ofSeconds(40));
        assertThat(slow.text()).isEqualTo("1");
        assertThat(call("POST", "/notes", "y").delay()).isZero();
    }

    @Test
    void answersInPlaceOfTheSimulator() {
        arm("{'fault':'answer','endpoint':'* /notes','status':477,'body':'moving','retryAfter':3600}");
        arm("{'fault':'answer','endpoint':'GET *','query':'page=2','status':503,'body':'The Organisation is offline',"
                + "'contentType':'text/plain'}");

        var moving = call("POST", "/notes", "x");
        assertThat(moving.status()).isEqualTo(477);
        assertThat(moving.text()).isEqualTo("moving");
        assertThat(moving.headers())
                .containsEntry("Retry-After", "3600")
                .containsEntry("Content-Type", "application/json");
        var offline = simulator.handle(new SimRequest("GET", "/lists", "page=2", Map.of(), new byte[0]));
        assertThat(offline.status()).isEqualTo(503);
        assertThat(offline.headers()).isEqualTo(Map.of("Content-Type", "text/plain"));
        assertThat(call("GET", "/lists", "").status()).isEqualTo(200);
        assertThat(notebook.notes).containsExactly("");
    }

    @Test
    void takesAnEndpointsOtherCharactersLiterally() {
        arm("{'fault':'answer','endpoint':'POST /n.tes','status':500}");

        assertThat(call("POST", "/notes", "x").status()).isEqualTo(200);
    }

    @Test
    void listsAndDisarmsFaults() {
        arm("{'fault':'slow','endpoint':'*','delay':'PT5S'}");

        var armed = json(call("GET", "/sim/faults", "")).path("faults").get(0);
        assertThat(armed.path("kind").asText()).isEqualTo("SLOW");
        assertThat(armed.path("endpoint").asText()).isEqualTo("*");
        assertThat(armed.path("delay").asText()).isEqualTo("PT5S");
        call("DELETE", "/sim/faults", "");
        assertThat(json(call("GET", "/sim/faults", "")).path("faults")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFaultAndWhatWouldBeRight() {
        assertThat(refusal("/sim/faults", "{'fault':'explode','endpoint':'*'}"))
                .isEqualTo("\"fault\" is \"explode\", but must be one of lose-reply, answer, refuse, slow");
        assertThat(refusal("/sim/faults", "{'fault':'refuse'}")).isEqualTo("\"endpoint\" is missing: a text");
        assertThat(refusal("/sim/faults", "{'fault':'slow','endpoint':'*','delay':'5s'}"))
                .isEqualTo("\"delay\" is \"5s\", but must be an ISO 8601 duration such as PT15M, PT2.5S or P1D");
        assertThat(refusal("/sim/faults", "{'fault':'slow','endpoint':'*','delay':'PT11M'}"))
                .contains("must be from PT0S to PT10M");
        assertThat(refusal("/sim/faults", "{'fault':'refuse','endpoint':'*','times':0}"))
                .isEqualTo("\"times\" is 0, but must be a whole number from 1 to 1000000");
        assertThat(refusal("/sim/faults", "{'fault':'refuse','endpoint':'*','time':1}"))
                .startsWith("unknown member \"time\"; accepted are fault, endpoint, query, times");
        assertThat(refusal("/sim/faults", "{'fault'")).startsWith("not JSON");
        assertThat(refusal("/sim/faults", "[]")).isEqualTo("a JSON object is expected");
    }

    @Test
    void keepsAndPutsBackTheState() {
        call("POST", "/notes", "x");
        var kept = call("GET", "/sim/state", "").text();
        call("POST", "/notes", "y");

        assertThat(call("PUT", "/sim/state", kept).status()).isEqualTo(204);

        assertThat(notebook.notes).containsExactly("x");
        assertThat(call("DELETE", "/sim/state", "").status()).isEqualTo(204);
        assertThat(notebook.notes).isEmpty();
    }

    @Test
    void refusesAStateThatIsNone() {
        call("POST", "/notes", "x");

        var reply = call("PUT", "/sim/state", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(error(reply)).isEqualTo("not a notebook: {}");
        assertThat(notebook.notes).containsExactly("x");
    }

    @Test
    void forgetsWebhooksOfAnotherState() {
        endpoint.tell(1);
        call("DELETE", "/sim/state", "");

        assertThat(endpoint.deliver()).isZero();
        assertThat(json(call("GET", "/sim/webhooks", "")).path("sent").asInt()).isZero();
    }

    @Test
    void letsTimePass() {
        assertThat(call("GET", "/sim/clock", "").text())
                .isEqualTo("{\"now\":\"2026-11-23T09:00:00Z\",\"ahead\":\"PT0S\"}");

        var advanced = call("POST", "/sim/clock", "{'advance':'PT30M'}");

        assertThat(advanced.text()).isEqualTo("{\"now\":\"2026-11-23T09:30:00Z\",\"ahead\":\"PT30M\"}");
        assertThat(endpoint.clock.instant()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
        assertThat(refusal("/sim/clock", "{'advance':'PT-1S'}")).contains("more than PT0S");
        assertThat(refusal("/sim/clock", "{}")).startsWith("\"advance\" is missing: an ISO 8601 duration");
    }

    @Test
    void bringsRetriesForwardByAdvancingTheClock() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.deliver();
        endpoint.broken = false;
        endpoint.forget();

        call("POST", "/sim/clock", "{'advance':'PT15M'}");
        endpoint.deliver();

        assertThat(endpoint.received).containsExactly("1");
    }

    @Test
    void showsWebhooksWithTheirAttempts() {
        endpoint.broken = true;
        endpoint.tell(1);
        endpoint.deliver();

        var view = json(call("GET", "/sim/webhooks", ""));
        assertThat(view.path("sent").asInt()).isEqualTo(1);
        assertThat(view.path("pending").asInt()).isEqualTo(1);
        assertThat(view.path("failed").asInt()).isEqualTo(2);
        assertThat(view.path("lost").asInt()).isZero();
        assertThat(view.path("disabled").asBoolean()).isFalse();
        var last = view.path("last").path(4);
        assertThat(last.toString())
                .isEqualTo("{\"id\":5,\"kind\":\"events\",\"events\":1,\"state\":\"waiting\","
                        + "\"madeAt\":\"2026-11-23T09:00:00Z\",\"dueAt\":\"2026-11-23T09:15:00Z\",\"attempts\":["
                        + "{\"at\":\"2026-11-23T09:00:00Z\",\"outcome\":\"503\"},"
                        + "{\"at\":\"2026-11-23T09:00:00Z\",\"outcome\":\"503\"}]}");
        var shown = simulator.handle(new SimRequest("GET", "/sim/webhooks", "last=1", Map.of(), new byte[0]));
        assertThat(json(shown).path("last")).hasSize(1);
        var wrong = simulator.handle(new SimRequest("GET", "/sim/webhooks", "last=x", Map.of(), new byte[0]));
        assertThat(error(wrong)).startsWith("last must be a whole number");
    }

    @Test
    void losesAndDeliversAndSendsAgain() {
        call("POST", "/sim/webhooks/lose", "");
        endpoint.tell(1);
        call("POST", "/sim/webhooks/deliver", "");
        endpoint.tell(2);

        assertThat(call("POST", "/sim/webhooks/again", "{'times':2}").text()).isEqualTo("{\"sent\":4}");
        assertThat(call("POST", "/sim/webhooks/again", "{'last':1}").text()).isEqualTo("{\"sent\":1}");
        assertThat(call("POST", "/sim/webhooks/again", "{'id':5,'times':3}").text())
                .isEqualTo("{\"sent\":3}");
        assertThat(call("POST", "/sim/webhooks/again", "").text()).isEqualTo("{\"sent\":2}");
        assertThat(refusal("/sim/webhooks/again", "{'id':99}")).isEqualTo("there is no webhook 99");
        assertThat(refusal("/sim/webhooks/again", "{'id':5,'last':2}")).contains("not both");
        endpoint.deliver();
        assertThat(endpoint.received).hasSize(11).containsOnly("1", "2");
    }

    @Test
    void changesChancesAddressAndSubscription() {
        call("POST", "/sim/webhooks/chances", "{'duplicated':1000}");
        endpoint.tell(1);
        endpoint.deliver();
        assertThat(endpoint.received).containsExactly("1", "1");
        endpoint.forget();

        call("POST", "/sim/webhooks/address", "{'url':'https://other.test/'}");
        endpoint.believesAnything = true;
        endpoint.deliver();
        assertThat(json(call("GET", "/sim/webhooks", "")).path("subscription").asText())
                .isEqualTo("DISABLED");
        endpoint.believesAnything = false;
        call("POST", "/sim/webhooks/enable", "");
        endpoint.deliver();
        assertThat(json(call("GET", "/sim/webhooks", "")).path("address").asText())
                .isEqualTo("https://other.test/");
        call("POST", "/sim/webhooks/intent-to-receive", "");
        assertThat(endpoint.deliver()).isEqualTo(4);
        assertThat(refusal("/sim/webhooks/chances", "{'lost':2000}")).contains("from 0 to 1000");
        assertThat(refusal("/sim/webhooks/address", "{'url':'nowhere'}")).contains("starts with http://");
    }

    @Test
    void hasNoProofToAskForWhereTheVendorAsksForNone() {
        var hubspot = Endpoint.ofHubSpot();
        var other = new ControlledSimulator(notebook, hubspot.queue, hubspot.clock, List.of());

        var reply = other.handle(new SimRequest("POST", "/sim/webhooks/intent-to-receive", "", Map.of(), new byte[0]));

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void doesWhatOnlyThisVendorKnows() {
        assertThat(call("POST", "/sim/people/act", "{'how':'well'}").status()).isEqualTo(204);
        assertThat(acted).containsExactly("well");
        assertThat(refusal("/sim/people/act", "{'how':1}")).isEqualTo("\"how\" is 1, but must be a text");
    }

    private void arm(String fault) {
        assertThat(call("POST", "/sim/faults", fault).status()).isEqualTo(204);
    }

    private String refusal(String path, String body) {
        var reply = call("POST", path, body);
        assertThat(reply.status()).isEqualTo(400);
        return error(reply);
    }

    private SimResponse call(String method, String path, String body) {
        return simulator.handle(new SimRequest(
                method, path, "", Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static String error(SimResponse reply) {
        return json(reply).path("error").asText();
    }

    private static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(member).asText())
                .toList();
    }

    private static JsonNode json(SimResponse reply) {
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(reply.text(), e);
        }
    }

    /// The smallest simulator: it keeps what it is sent, and answers how much that is.
    static final class Notebook implements VendorSimulator {

        final List<String> notes = new ArrayList<>();

        @Override
        public SimResponse handle(SimRequest request) {
            notes.add(request.text());
            return SimResponse.json(200, Integer.toString(notes.size()));
        }

        @Override
        public String endpoint(SimRequest request) {
            return request.method() + " " + request.path();
        }

        @Override
        public String dump() {
            return "notes:" + String.join(",", notes);
        }

        @Override
        public void load(String json) {
            if (!json.startsWith("notes:")) throw new IllegalArgumentException("not a notebook: " + json);
            reset();
            notes.addAll(List.of(json.substring("notes:".length()).split(",")));
        }

        @Override
        public void reset() {
            notes.clear();
        }
    }

    @Test
    void refusesAnAddressWhosePortCannotBe() {
        assertThat(refusal("/sim/webhooks/address", "{'url':'http://localhost:70000/'}"))
                .contains("port");
    }

    @Test
    void sendsNoMoreThanSoManyCopiesAtATime() {
        for (var webhook = 0; webhook < 101; webhook++)
            endpoint.queue.tell(List.of(new WebhookEvent(webhook, "", "{}")));

        assertThat(refusal("/sim/webhooks/again", "{'times':1000}")).contains("100000");
    }
}
