package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContactMergeTest {

    private final Office office = new Office();
    private final String source = office.contact("Acme");
    private final String target = office.contact("Acme Ltd");

    @Test
    void takesQuotesGroupsAndTradeAlong() {
        var quote = first(
                        office.app.put(
                                "/Quotes",
                                "{'Contact':{'ContactID':'" + source + "'},'Date':'2026-11-22','LineItems':[]}"),
                        "Quotes")
                .path("QuoteID")
                .asText();
        var group = first(office.finance.put("/ContactGroups", "{'Name':'Resellers'}"), "ContactGroups")
                .path("ContactGroupID")
                .asText();
        office.finance.put("/ContactGroups/" + group + "/Contacts", "{'Contacts':[{'ContactID':'" + source + "'}]}");
        office.approved(source, "100");

        merge();

        var heir = first(office.app.get("/Contacts/" + target), "Contacts");
        assertThat(first(office.app.get("/Quotes/" + quote), "Quotes")
                        .at("/Contact/ContactID")
                        .asText())
                .isEqualTo(target);
        assertThat(heir.at("/ContactGroups/0/Name").asText()).isEqualTo("Resellers");
        assertThat(heir.path("IsCustomer").asBoolean()).isTrue();
        assertThat(first(office.app.get("/Contacts/" + source), "Contacts").path("ContactGroups"))
                .isEmpty();
    }

    @Test
    void tellsOfBothContacts() {
        office.webhooks.clear();

        merge();

        assertThat(office.webhooks)
                .extracting(webhook -> new String(webhook.body(), StandardCharsets.UTF_8))
                .anyMatch(body -> body.contains(source))
                .anyMatch(body -> body.contains(target));
    }

    private void merge() {
        var body = "{'MergedToContactID':'" + target + "'}";
        assertThat(office.finance.post("/Contacts/" + source, body).status()).isEqualTo(200);
    }
}
