package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactGroupsTest {

    private final Office office = new Office();

    @Test
    void showsItsContactsByItsIdAndItselfOnThem() {
        var group = group("VIPs");
        var acme = office.contact("Acme");

        var added = office.app.put("/ContactGroups/" + group + "/Contacts", contact(acme));

        assertThat(first(added, "Contacts").path("ContactID").asText()).isEqualTo(acme);
        assertThat(json(office.app.get("/ContactGroups/" + group))
                        .at("/ContactGroups/0/Contacts/0/Name")
                        .asText())
                .isEqualTo("Acme");
        assertThat(json(office.app.get("/ContactGroups")).at("/ContactGroups/0/Contacts"))
                .isEmpty();
        assertThat(json(office.app.get("/Contacts/" + acme))
                        .at("/Contacts/0/ContactGroups/0/Name")
                        .asText())
                .isEqualTo("VIPs");
    }

    @Test
    void listsActiveGroupsOnly() {
        var group = group("VIPs");
        group("Suppliers");

        var deleted = office.app.post("/ContactGroups/" + group, "{'ContactGroups':[{'Status':'DELETED'}]}");

        assertThat(first(deleted, "ContactGroups").path("Status").asText()).isEqualTo("DELETED");
        assertThat(json(office.app.get("/ContactGroups")).path("ContactGroups").findValuesAsText("Name"))
                .containsExactly("Suppliers");
        assertThat(office.app.put("/ContactGroups", "{'Name':'VIPs'}").status()).isEqualTo(200);
    }

    @Test
    void removesOneContactOrAll() {
        var group = group("VIPs");
        var acme = office.contact("Acme");
        var kestrel = office.contact("Kestrel");
        office.app.put("/ContactGroups/" + group + "/Contacts", contact(acme));
        office.app.put("/ContactGroups/" + group + "/Contacts", contact(kestrel));

        assertThat(delete("/ContactGroups/" + group + "/Contacts/" + acme)).isEqualTo(204);
        assertThat(members(group)).isEqualTo(1);
        assertThat(delete("/ContactGroups/" + group + "/Contacts/" + acme)).isEqualTo(404);
        assertThat(delete("/ContactGroups/" + group + "/Contacts")).isEqualTo(204);
        assertThat(members(group)).isZero();
    }

    @Test
    void renamesAGroup() {
        var group = group("VIPs");

        office.app.post("/ContactGroups/" + group, "{'Name':'Best'}");

        assertThat(json(office.app.get("/ContactGroups"))
                        .at("/ContactGroups/0/Name")
                        .asText())
                .isEqualTo("Best");
        assertThat(office.app
                        .post("/ContactGroups/" + new UUID(1, 2), "{'Name':'x'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hasAHundredGroupsAtMost() {
        for (var number = 0; number < 100; number++) group("G" + number);

        assertThat(refusal(office.app.put("/ContactGroups", "{'Name':'G100'}")))
                .isEqualTo("You’ve reached the limit of 100 contact groups.");
    }

    @Test
    void refusesNamelessAndTwinGroupsAndUnknownContacts() {
        var group = group("VIPs");

        assertThat(office.app.put("/ContactGroups", "{}").status()).isEqualTo(400);
        assertThat(office.app.put("/ContactGroups", "{'Name':'vips'}").status()).isEqualTo(400);
        assertThat(office.app
                        .put("/ContactGroups/" + group + "/Contacts", contact(new UUID(1, 2).toString()))
                        .status())
                .isEqualTo(400);
    }

    private int members(String group) {
        return json(office.app.get("/ContactGroups/" + group))
                .at("/ContactGroups/0/Contacts")
                .size();
    }

    private int delete(String address) {
        return office.app.send("DELETE", address, "", Map.of()).status();
    }

    private String group(String name) {
        return first(office.app.put("/ContactGroups", "{'ContactGroups':[{'Name':'" + name + "'}]}"), "ContactGroups")
                .path("ContactGroupID")
                .asText();
    }

    private static String contact(String id) {
        return "{'Contacts':[{'ContactID':'" + id + "'}]}";
    }
}
