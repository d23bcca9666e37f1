package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XeroStateTest {

    private static final XeroLimits LIMITS = new XeroLimits(60, 1_000, 10_000);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"(Contact|Invoice|CreditNote|Payment)ID\":\"([^\"]{36})\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void goesOnAsTheOneItWasDumpedFrom(long seed) {
        var walk = new Walk(seed);
        walk.steps(60);

        var other = new XeroSimulator(walk.settings, () -> walk.now, 99, _ -> {});
        other.load(walk.xero.dump());

        for (var step = 0; step < 60; step++) {
            var request = walk.next();
            var reply = walk.call(request);
            var same = other.handle(request);
            assertThat(same.text()).isEqualTo(reply.text());
            assertThat(same.status()).isEqualTo(reply.status());
            assertThat(same.headers()).isEqualTo(reply.headers());
        }
        assertThat(other.dump()).isEqualTo(walk.xero.dump());
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void dumpsWhatItLoaded(long seed) {
        var walk = new Walk(seed);
        walk.steps(120);
        var dump = walk.xero.dump();

        walk.xero.load(dump);

        assertThat(walk.xero.dump()).isEqualTo(dump);
    }

    @Test
    void startsAgainAsOnTheFirstDay() {
        var office = new Office();
        var first = office.xero.dump();
        office.approved(office.contact("Acme"), "10");
        office.xero.lockPeriod(LocalDate.of(2026, 1, 31));
        var token = office.app;

        office.xero.reset();

        assertThat(token.get("/Contacts").status()).isEqualTo(401);
        assertThat(new Office().xero.dump()).isEqualTo(first);
        office.reconnect();
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).isEmpty();
        assertThat(office.approved(office.contact("Acme"), "10")
                        .path("InvoiceNumber")
                        .asText())
                .isEqualTo("INV-0001");
    }

    @Test
    void keepsItsStateWhenTheDumpIsNone() {
        var office = new Office();
        var acme = office.contact("Acme");
        var whole = office.xero.dump();

        for (var wrong : List.of("", "null", "{", "{}", "[]", whole.replace("\"lastNumbers\"", "\"other\""))) {
            assertThatThrownBy(() -> office.xero.load(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> office.xero.load(whole.replace("\"ACTIVE\"", "\"GONE\"")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(office.xero.dump()).isEqualTo(whole);
        assertThat(first(office.app.get("/Contacts/" + acme), "Contacts")
                        .path("Name")
                        .asText())
                .isEqualTo("Acme");
    }

    /// A random walk of calls, by finance and the app, over the ids that it met. Half of the writes carry one
    /// of a few idempotency keys.
    private static final class Walk {

        final XeroSettings settings = XeroSettings.sandbox().withLimits(LIMITS);
        final XeroSimulator xero;
        Instant now = Office.OPENED;
        private final Random random;
        private final Map<String, List<String>> ids = new LinkedHashMap<>();
        private String appToken = "none";

        Walk(long seed) {
            random = new Random(seed);
            xero = new XeroSimulator(settings, () -> now, seed, _ -> {});
        }

        void steps(int count) {
            for (var step = 0; step < count; step++) call(next());
        }

        SimResponse call(SimRequest request) {
            var reply = xero.handle(request);
            var met = ID.matcher(reply.text());
            while (met.find())
                ids.computeIfAbsent(met.group(1), _ -> new ArrayList<>()).add(met.group(2));
            var issued = TOKEN.matcher(reply.text());
            if (issued.find()) appToken = issued.group(1);
            return reply;
        }

        SimRequest next() {
            now = now.plus(Duration.ofMillis(random.nextInt(90_000)));
            return switch (random.nextInt(12)) {
                case 0 -> write("POST", "/Contacts", "{'Name':'Kestrel " + random.nextInt(9) + "'}");
                case 1, 2 -> write("PUT", "/Invoices", Office.body(one("Contact"), "AUTHORISED", lines()));
                case 3 -> write("PUT", "/CreditNotes", Cashier.note(one("Contact"), "AUTHORISED", lines()));
                case 4 -> write("PUT", "/Payments", Office.payment(one("Invoice"), amount()));
                case 5 -> write("POST", "/Payments/" + one("Payment"), "{'Status':'DELETED'}");
                case 6 ->
                    write(
                            "PUT",
                            "/CreditNotes/" + one("CreditNote") + "/Allocations",
                            Cashier.allocation(one("Invoice"), amount()));
                case 7 -> write("PUT", "/BankTransactions", over());
                case 8 -> write("POST", "/Invoices/" + one("Invoice"), "{'Status':'VOIDED'}");
                case 9 -> tokenRequest();
                case 10 -> request("GET", "/Invoices?page=1&pageSize=5", "", Map.of());
                default -> request("GET", "/Contacts/" + one("Contact"), "", Map.of());
            };
        }

        private SimRequest write(String method, String address, String body) {
            Map<String, String> headers =
                    random.nextBoolean() ? Map.of("Idempotency-Key", "key-" + random.nextInt(5)) : Map.of();
            return request(method, address, body, headers);
        }

        private SimRequest request(String method, String address, String body, Map<String, String> headers) {
            var all = new LinkedHashMap<>(headers);
            var token = random.nextBoolean() ? settings.financeToken() : appToken;
            all.put("Authorization", "Bearer " + token);
            all.put("Accept", "application/json");
            var parts = address.split("\\?", 2);
            return new SimRequest(
                    method,
                    XeroCaller.BASE + parts[0],
                    parts.length > 1 ? parts[1] : "",
                    all,
                    body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        private SimRequest tokenRequest() {
            var pair = settings.clientId() + ":" + settings.clientSecret();
            var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            var form = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
            return new SimRequest("POST", "/connect/token", "", Map.of("Authorization", "Basic " + basic), form);
        }

        private String over() {
            return Cashier.transaction(one("Contact"), "RECEIVE-OVERPAYMENT", "{'LineAmount':" + amount() + "}");
        }

        private String lines() {
            return "'LineItems':[" + Cashier.LINE.formatted(amount()) + "]";
        }

        private String amount() {
            return Integer.toString(1 + random.nextInt(50));
        }

        private String one(String kind) {
            var known = ids.getOrDefault(kind, List.of());
            return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
        }
    }
}
