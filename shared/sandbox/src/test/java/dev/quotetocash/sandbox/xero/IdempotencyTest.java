package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final String ACME = "{'Name':'Acme'}";

    private final Office office = new Office();

    @Test
    void answersARepeatedRequestFromMemory() {
        var one = put("key", ACME);
        var two = put("key", ACME);

        assertThat(two.text()).isEqualTo(one.text());
        assertThat(office.webhooks).hasSize(1);
    }

    @Test
    void forgetsAKeySixMinutesAfterItsFirstCall() {
        put("key", ACME);
        office.pass(Duration.ofMinutes(5));
        assertThat(put("key", ACME).status()).isEqualTo(200);

        office.pass(Duration.ofMinutes(1));

        assertThat(put("key", ACME).status()).isEqualTo(400);
    }

    @Test
    void remembersErrorsToo() {
        var id = office.contact("Acme");
        var refused = put("key", ACME);
        office.app.post("/Contacts/" + id, "{'Name':'Renamed'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(put("key", ACME).text()).isEqualTo(refused.text());
        assertThat(put("new-key", ACME).status()).isEqualTo(200);
    }

    @Test
    void refusesAKeyUsedWithADifferentRequest() {
        put("key", ACME);

        var other = put("key", "{'Name':'Other'}");

        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text()).contains("Idempotency Key: key is used with a different request.");
        assertThat(office.app
                        .send("POST", "/Contacts", ACME, Map.of("idempotency-key", "key"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesKeysOfAtMost128Characters() {
        assertThat(put("k".repeat(128), ACME).status()).isEqualTo(200);
        assertThat(put("k".repeat(129), "{'Name':'Other'}").text()).contains("k".repeat(129), "128");
    }

    @Test
    void ignoresKeysOfReads() {
        var before = office.app.send("GET", "/Contacts", "", Map.of("Idempotency-Key", "key"));
        office.contact("Acme");
        var after = office.app.send("GET", "/Contacts", "", Map.of("Idempotency-Key", "key"));

        assertThat(json(before).path("Contacts")).isEmpty();
        assertThat(json(after).path("Contacts")).hasSize(1);
    }

    @Test
    void keepsKeysPerAppUnlessSwitchedToTokens() {
        var perToken = Office.switched(switches -> switches.with(Unconfirmed.KEYS_PER_TOKEN, true));

        assertThat(repeatedWithANewToken(office).status()).isEqualTo(200);
        assertThat(repeatedWithANewToken(perToken).status()).isEqualTo(400);
    }

    @Test
    void usesUpQuotaForReplays() {
        var limited = new Office(settings -> settings.withLimits(new XeroLimits(2, 1000, 10_000)));
        var key = Map.of("Idempotency-Key", "key");

        limited.app.send("PUT", "/Contacts", ACME, key);
        var replay = limited.app.send("PUT", "/Contacts", ACME, key);
        var refused = limited.app.send("PUT", "/Contacts", ACME, key);

        assertThat(replay.headers()).containsEntry("X-MinLimit-Remaining", "0");
        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void answersACallThatMeetsItsKeyInFlightAsTheFirstOne() {
        office.xero.slowKeys(Duration.ofSeconds(30));

        var first = put("key", ACME);

        assertThat(put("key", ACME).text()).isEqualTo(first.text());
    }

    @Test
    void refusesACallThatMeetsItsKeyInFlightWhenSwitched() {
        var strict = slow(XeroSwitches.KeyInFlight.REFUSED);
        var first = invoice(strict);

        var second = invoice(strict);
        strict.pass(Duration.ofSeconds(30));

        assertThat(second.status()).isEqualTo(409);
        assertThat(invoice(strict).text()).isEqualTo(first.text());
        assertThat(json(strict.app.get("/Invoices")).path("Invoices")).hasSize(1);
    }

    @Test
    void carriesOutACallThatMeetsItsKeyInFlightWhenSwitched() {
        var lenient = slow(XeroSwitches.KeyInFlight.EXECUTED);
        var first = invoice(lenient);

        var second = invoice(lenient);
        lenient.pass(Duration.ofSeconds(30));

        assertThat(second.status()).isEqualTo(200);
        assertThat(json(lenient.app.get("/Invoices")).path("Invoices")).hasSize(2);
        assertThat(invoice(lenient).text()).isEqualTo(first.text());
    }

    @Test
    void keepsCallsUnderWayNoLongerThanTheirKeyLives() {
        assertThatThrownBy(() -> office.xero.slowKeys(Duration.ofMinutes(6).plusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office.xero.slowKeys(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAKeyInFlightInADump() {
        var strict = slow(XeroSwitches.KeyInFlight.REFUSED);
        invoice(strict);

        strict.xero.load(strict.xero.dump());

        assertThat(invoice(strict).status()).isEqualTo(409);
    }

    private static Office slow(XeroSwitches.KeyInFlight inFlight) {
        var office = Office.switched(switches -> switches.withKeyInFlight(inFlight));
        office.xero.slowKeys(Duration.ofSeconds(30));
        return office;
    }

    private static SimResponse invoice(Office office) {
        return office.app.send(
                "PUT", "/Invoices", "{'Type':'ACCREC','Contact':{'Name':'Acme'}}", Map.of("Idempotency-Key", "key"));
    }

    private static SimResponse repeatedWithANewToken(Office office) {
        office.app.send("PUT", "/Contacts", ACME, Map.of("Idempotency-Key", "key"));
        office.reconnect();
        return office.app.send("PUT", "/Contacts", ACME, Map.of("Idempotency-Key", "key"));
    }

    private SimResponse put(String key, String body) {
        return office.app.send("PUT", "/Contacts", body, Map.of("Idempotency-Key", key));
    }
}
