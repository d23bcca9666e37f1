package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackingTest {

    private final Office office = new Office();

    @Test
    void showsACategoryWithItsOptions() {
        var region = category(office, "Region");
        option(office, region, "North");

        var shown = json(office.app.get("/TrackingCategories")).at("/TrackingCategories/0");

        assertThat(shown.path("Name").asText()).isEqualTo("Region");
        assertThat(shown.at("/Options/0/Name").asText()).isEqualTo("North");
        assertThat(shown.at("/Options/0/IsActive").asBoolean()).isTrue();
    }

    @Test
    void keepsTwoCategoriesActiveAndFourInAll() {
        category(office, "A");
        category(office, "B");
        assertThat(office.finance.put("/TrackingCategories", "{'Name':'C'}").status())
                .isEqualTo(400);
        for (var name : new String[] {"A", "B"}) archive(name);
        category(office, "C");
        category(office, "D");
        for (var name : new String[] {"C", "D"}) archive(name);

        assertThat(office.finance.put("/TrackingCategories", "{'Name':'E'}").status())
                .isEqualTo(400);
        assertThat(json(office.app.get("/TrackingCategories")).path("TrackingCategories"))
                .isEmpty();
        assertThat(json(office.app.get("/TrackingCategories?includeArchived=true"))
                        .path("TrackingCategories"))
                .hasSize(4);
    }

    @Test
    void keepsNamesUniqueAndShort() {
        var region = category(office, "Region");
        option(office, region, "North");

        assertThat(office.finance
                        .put("/TrackingCategories", "{'Name':'region'}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .put("/TrackingCategories", "{'Name':'" + "n".repeat(101) + "'}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .put("/TrackingCategories/" + region + "/Options", "{'Name':'NORTH'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void putsKnownTrackingOnALineAndFollowsItsNames() {
        var region = category(office, "Region");
        var north = option(office, region, "North");
        var invoice = office.invoice(office.contact("Acme"), "DRAFT", line("'Name':'region','Option':'north'"));

        office.finance.post("/TrackingCategories/" + region + "/Options/" + north, "{'Name':'Far North'}");

        var shown = first(
                        office.app.get("/Invoices/" + invoice.path("InvoiceID").asText()), "Invoices")
                .at("/LineItems/0/Tracking/0");
        assertThat(shown.path("Name").asText()).isEqualTo("Region");
        assertThat(shown.path("Option").asText()).isEqualTo("Far North");
        assertThat(shown.path("TrackingOptionID").asText()).isEqualTo(north);
    }

    @Test
    void losesOrRefusesUnknownTracking() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.UNKNOWN_TRACKING_REFUSED, true));
        var line = line("'Name':'Region','Option':'Nowhere'");

        assertThat(office.invoice(office.contact("Acme"), "DRAFT", line).at("/LineItems/0/Tracking"))
                .isEmpty();
        assertThat(strict.app
                        .put("/Invoices", Office.body(strict.contact("Acme"), "DRAFT", line))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesThreeCategoriesOnALine() {
        var three = line("'Name':'A','Option':'a'},{'Name':'B','Option':'b'},{'Name':'C','Option':'c'");

        assertThat(office.app
                        .put("/Invoices", Office.body(office.contact("Acme"), "DRAFT", three))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deletesOptionsAndCategories() {
        var region = category(office, "Region");
        var north = option(office, region, "North");

        var option = delete("/TrackingCategories/" + region + "/Options/" + north)
                .path("Options")
                .path(0);
        var category = delete("/TrackingCategories/" + region).at("/TrackingCategories/0");

        assertThat(option.path("Status").asText()).isEqualTo("DELETED");
        assertThat(option.path("IsDeleted").asBoolean()).isTrue();
        assertThat(category.path("Status").asText()).isEqualTo("DELETED");
        assertThat(office.app.get("/TrackingCategories/" + region).status()).isEqualTo(404);
    }

    private JsonNode delete(String address) {
        return json(office.finance.send("DELETE", address, "", Map.of()));
    }

    private void archive(String name) {
        var where = XeroCaller.encoded("Name==\"" + name + "\"");
        var id = json(office.app.get("/TrackingCategories?where=" + where))
                .at("/TrackingCategories/0/TrackingCategoryID")
                .asText();
        office.finance.post("/TrackingCategories/" + id, "{'Status':'ARCHIVED'}");
    }

    private static String category(Office office, String name) {
        return first(office.finance.put("/TrackingCategories", "{'name':'" + name + "'}"), "TrackingCategories")
                .path("TrackingCategoryID")
                .asText();
    }

    private static String option(Office office, String category, String name) {
        var address = "/TrackingCategories/" + category + "/Options";
        return first(office.finance.put(address, "{'name':'" + name + "'}"), "Options")
                .path("TrackingOptionID")
                .asText();
    }

    private static String line(String tracking) {
        return "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':1,'AccountCode':'200','Tracking':[{"
                + tracking + "}]}]";
    }
}
