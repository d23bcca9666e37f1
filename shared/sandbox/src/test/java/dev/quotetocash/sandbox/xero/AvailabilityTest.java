package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private final Office office = new Office();

    @Test
    void saysThatTheOrganisationIsOffline() {
        office.xero.setOffline(true);

        var reply = office.app.get("/Contacts");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().get("Content-Type")).startsWith("text/plain");
        assertThat(reply.text()).isEqualTo("The Organisation is offline");
        assertThat(reply.headers()).containsKey("X-DayLimit-Remaining");
        office.xero.setOffline(false);
        assertThat(office.app.get("/Contacts").status()).isEqualTo(200);
    }

    @Test
    void failsCallsWithAKeyWhileTheKeyServiceIsDown() {
        office.xero.setKeysDown(true);
        var key = Map.of("Idempotency-Key", "k-1");

        assertThat(office.app.send("PUT", "/Contacts", "{'Name':'Acme'}", key).status())
                .isEqualTo(500);
        assertThat(office.app.put("/Contacts", "{'Name':'Kestrel'}").status()).isEqualTo(200);
        assertThat(office.app.send("GET", "/Contacts", "", key).status()).isEqualTo(200);
        office.xero.setKeysDown(false);
        assertThat(office.app.send("PUT", "/Contacts", "{'Name':'Acme'}", key).status())
                .isEqualTo(200);
    }

    @Test
    void takesBodiesUpToThreeAndAHalfMegabytesOrTen() {
        var large = Office.switched(switches -> switches.with(Unconfirmed.REQUESTS_UP_TO_10_MEGABYTES, true));
        var body = "{'Name':'Acme'}" + " ".repeat(3_500_000);

        assertThat(office.app.put("/Contacts", body).status()).isEqualTo(413);
        assertThat(large.app.put("/Contacts", body).status()).isEqualTo(200);
        assertThat(large.app.put("/Contacts", body + " ".repeat(7_000_000)).status())
                .isEqualTo(413);
    }

    @Test
    void refusesListsAndSlowFiltersOfTooManyRecords() {
        var small = new Office(settings -> settings.withLimits(settings.limits().withRows(2)));
        for (var name : new String[] {"Acme", "Kestrel", "Linden"}) small.contact(name);

        assertThat(small.app.get("/Contacts").status()).isEqualTo(400);
        assertThat(small.app.get("/Contacts?page=1").status()).isEqualTo(200);
        assertThat(filtered(small, "Name.StartsWith(\"Acme\")")).isEqualTo(200);
        assertThat(filtered(small, "TaxNumber==\"1\"")).isEqualTo(400);
        assertThat(small.app.get("/Contacts?page=1&order=UpdatedDateUTC%20DESC").status())
                .isEqualTo(200);
        assertThat(small.app.get("/Contacts?page=1&order=TaxNumber").status()).isEqualTo(400);
    }

    @Test
    void takesFiveHundredItemsAtATime() {
        assertThat(office.app.put("/Items", items(501)).status()).isEqualTo(400);
        assertThat(office.app.post("/Items", items(501)).status()).isEqualTo(400);
        assertThat(office.app.put("/Items", items(500)).status()).isEqualTo(200);
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{'Code':'I" + number + "'}")
                .collect(Collectors.joining(",", "{'Items':[", "]}"));
    }

    private static int filtered(Office office, String where) {
        return office.app.get("/Contacts?page=1&where=" + encoded(where)).status();
    }
}
