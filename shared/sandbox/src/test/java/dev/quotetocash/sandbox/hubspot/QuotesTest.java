package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotesTest {

    private final Hub hub = Hub.fresh();

    @Test
    void beginsACpqQuoteAsADraftWhateverItIsGiven() {
        var quote = hub.create("quotes", "{'hs_template_type':'CPQ_QUOTE','hs_status':'APPROVAL_NOT_NEEDED'}");

        assertThat(hub.value("quotes", quote, "hs_status")).isEqualTo("DRAFT");
        assertThat(hub.update("quotes", quote, "{'hs_template_type':''}").status())
                .isEqualTo(400);
    }

    @Test
    void drawsANumberAtOnceAndLinksWhenPublished() {
        var quote = hub.create("quotes", "{'hs_title':'Offer'}");
        assertThat(hub.value("quotes", quote, "hs_quote_number")).startsWith("20261120-");
        assertThat(hub.read("quotes", quote, "properties=hs_quote_link")
                        .body()
                        .at("/properties/hs_quote_link")
                        .isNull())
                .isTrue();

        publish(quote);

        assertThat(hub.value("quotes", quote, "hs_quote_link")).startsWith("https://app.hubspot.com/quotes/");
        assertThat(hub.value("quotes", quote, "hs_pdf_download_link")).endsWith("/pdf");
        assertThat(hub.value("quotes", quote, "hs_public_url_key")).hasSize(32);
    }

    @Test
    void locksAPublishedQuoteAndItsItemsUntilItIsADraftAgain() {
        var quote = hub.create("quotes", "{'hs_title':'Offer'}");
        var item = item(quote, "10");
        publish(quote);

        assertThat(hub.value("quotes", quote, "hs_locked")).isEqualTo("true");
        var refused = hub.update("quotes", quote, "{'hs_title':'Other'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/code")).isEqualTo("QUOTE_LOCKED");
        assertThat(hub.update("line_items", item, "{'price':'11'}").status()).isEqualTo(400);
        assertThat(hub.delete(Hub.OBJECTS + "line_items/" + item).status()).isEqualTo(400);
        assertThat(hub.delete(Hub.OBJECTS + "quotes/" + quote + "/associations/line_items/" + item)
                        .status())
                .isEqualTo(400);
        assertThat(hub.associate("quotes", quote, "line_items", hub.create("line_items", "{}"))
                        .status())
                .isEqualTo(400);

        assertThat(hub.update("quotes", quote, "{'hs_status':'DRAFT','hs_title':'Other'}")
                        .status())
                .isEqualTo(200);
        assertThat(hub.update("line_items", item, "{'price':'11'}").status()).isEqualTo(200);
        assertThat(hub.value("quotes", quote, "hs_locked")).isEqualTo("false");
    }

    @Test
    void publishesACpqQuoteWithContactDealAndItemsOnly() {
        var quote = hub.create("quotes", "{'hs_template_type':'CPQ_QUOTE'}");
        item(quote, "10");
        assertThat(publish(quote).status()).isEqualTo(400);

        hub.associate("quotes", quote, "contacts", hub.create("contacts", "{}"));
        assertThat(publish(quote).status()).isEqualTo(400);

        hub.associate("quotes", quote, "deals", hub.create("deals", "{}"));
        assertThat(publish(quote).status()).isEqualTo(200);
    }

    @Test
    void letsOnlyAPersonOrTheBuyerAcceptAPublishedCpqQuote() {
        var quote = publishedCpq();
        var accepted = "{'properties':{'hs_status':'ACCEPTED'}}";

        assertThat(hub.update("quotes", quote, "{'hs_status':'ACCEPTED'}").status())
                .isEqualTo(400);
        assertThat(hub.person("PATCH", Hub.OBJECTS + "quotes/" + quote, accepted)
                        .status())
                .isEqualTo(200);
        var other = publishedCpq();
        hub.simulator.acceptQuote(other);

        assertThat(hub.value("quotes", other, "hs_status")).isEqualTo("ACCEPTED");
        assertThat(hub.value("quotes", other, "hs_acceptance_method")).isEqualTo("clickwrap");
        assertThat(hub.update("quotes", other, "{'hs_status':'DRAFT'}").status())
                .isEqualTo(400);
        assertThatThrownBy(() -> hub.simulator.acceptQuote(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheSignaturesOfALegacyQuoteAndKnowsNoAcceptance() {
        var quote = hub.create("quotes", "{'hs_esign_enabled':'true','hs_esign_num_signers_required':'1'}");
        publish(quote);
        var accepted = "{'properties':{'hs_status':'ACCEPTED'}}";
        assertThat(hub.person("PATCH", Hub.OBJECTS + "quotes/" + quote, accepted)
                        .status())
                .isEqualTo(400);

        hub.simulator.acceptQuote(quote);

        assertThat(hub.value("quotes", quote, "hs_esign_num_signers_completed")).isEqualTo("1");
        assertThat(hub.value("quotes", quote, "hs_status")).isEqualTo("APPROVAL_NOT_NEEDED");
        assertThatThrownBy(() -> hub.simulator.acceptQuote(quote)).hasMessageContaining("no signature");
    }

    @Test
    void hasOneDealAndOneCompany() {
        var quote = hub.create("quotes", "{}");
        for (var type : new String[] {"deals", "companies"}) {
            var first = hub.create(type, "{}");
            assertThat(hub.associate("quotes", quote, type, first).status()).isEqualTo(200);
            assertThat(hub.associate("quotes", quote, type, first).status()).isEqualTo(200);
            assertThat(hub.associate(type, hub.create(type, "{}"), "quotes", quote)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void addsUpItsItemsAndWhatAppliesToTheWholeOrder() {
        var quote = hub.create("quotes", "{}");
        item(quote, "60");
        item(quote, "40");
        assertThat(hub.value("quotes", quote, "hs_quote_amount")).isEqualTo("100");

        adjust(quote, "taxes", "{'hs_type':'PERCENT','hs_value':'20'}");
        adjust(quote, "fees", "{'hs_type':'FIXED','hs_value':'10'}");
        adjust(quote, "discounts", "{'hs_type':'PERCENT','hs_value':'50'}");

        assertThat(hub.value("quotes", quote, "hs_quote_amount")).isEqualTo("72");
    }

    @Test
    void takesItsItemsAlongWhenDeleted() {
        var quote = hub.create("quotes", "{}");
        var item = item(quote, "10");

        hub.delete(Hub.OBJECTS + "quotes/" + quote);

        assertThat(hub.read("line_items", item, "").status()).isEqualTo(404);
        assertThat(hub.read("line_items", item, "archived=true").status()).isEqualTo(200);
    }

    @Test
    void givesItsItemsNoOtherParent() {
        var item = item(hub.create("quotes", "{}"), "10");

        assertThat(hub.associate("deals", hub.create("deals", "{}"), "line_items", item)
                        .status())
                .isEqualTo(400);
        assertThat(hub.associate("invoices", invoice(), "line_items", item).status())
                .isEqualTo(400);
    }

    @Test
    void takesItsTemplateOnCreationOnly() {
        var template = hub.create("quote_templates", "{'hs_name':'Plain'}");
        var types = "[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':286}]";

        var created = hub.post(
                Hub.OBJECTS + "quotes",
                "{'properties':{},'associations':[{'to':{'id':'" + template + "'},'types':" + types + "}]}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(hub.read("quotes", created.id(), "associations=quote_templates")
                        .at("/associations/quote templates/results/0/id"))
                .isEqualTo(template);
        var path = Hub.OBJECTS + "quotes/" + hub.create("quotes", "{}") + "/associations/";
        assertThat(hub.put(path + "quote_templates/" + template, types).status())
                .isEqualTo(400);
        assertThat(hub.put(path.replace("associations/", "associations/default/quote_templates/") + template, "")
                        .status())
                .isEqualTo(400);
        assertThat(hub.get(Hub.OBJECTS + "quote_templates/" + template + "/associations/quotes")
                        .status())
                .isEqualTo(400);
    }

    private String publishedCpq() {
        var quote = hub.create("quotes", "{'hs_template_type':'CPQ_QUOTE'}");
        item(quote, "10");
        hub.associate("quotes", quote, "contacts", hub.create("contacts", "{}"));
        hub.associate("quotes", quote, "deals", hub.create("deals", "{}"));
        publish(quote);
        return quote;
    }

    private Hub.Reply publish(String quote) {
        return hub.update("quotes", quote, "{'hs_status':'APPROVAL_NOT_NEEDED'}");
    }

    private String item(String quote, String price) {
        var item = hub.create("line_items", "{'price':'" + price + "','quantity':'1'}");
        hub.associate("quotes", quote, "line_items", item);
        return item;
    }

    private void adjust(String quote, String type, String properties) {
        hub.associate("quotes", quote, type, hub.create(type, properties));
    }

    private String invoice() {
        return hub.create("invoices", "{'hs_currency':'GBP'}");
    }

    @Test
    void fixesAllThatAPublishedQuoteSays() {
        var quote = hub.create("quotes", "{'hs_title':'Offer'}");
        var contact = hub.create("contacts", "{}");
        hub.associate("quotes", quote, "contacts", contact);
        publish(quote);

        for (var type : new String[] {"contacts", "deals", "companies", "discounts", "fees", "taxes"})
            assertThat(hub.associate("quotes", quote, type, hub.create(type, "{}"))
                            .status())
                    .isEqualTo(400);
        assertThat(hub.delete(Hub.OBJECTS + "quotes/" + quote + "/associations/contacts/" + contact)
                        .status())
                .isEqualTo(400);
        var item = "{'properties':{},'associations':[{'to':{'id':'" + quote
                + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':68}]}]}";
        assertThat(hub.post(Hub.OBJECTS + "line_items", item).status()).isEqualTo(400);
    }

    @Test
    void takesNoOrderLevelAmountsOnACpqQuote() {
        var quote = hub.create("quotes", "{'hs_template_type':'CPQ_QUOTE'}");

        for (var type : new String[] {"discounts", "fees", "taxes"})
            assertThat(hub.associate("quotes", quote, type, hub.create(type, "{}"))
                            .status())
                    .isEqualTo(400);
    }

    @Test
    void mayBeginPublishedWithItsItems() {
        var item = hub.create("line_items", "{'price':'10'}");

        var created = hub.post(
                Hub.OBJECTS + "quotes",
                "{'properties':{'hs_status':'APPROVAL_NOT_NEEDED'},'associations':[{'to':{'id':'" + item
                        + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':67}]}]}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(hub.value("quotes", created.id(), "hs_quote_amount")).isEqualTo("10");
    }

    @Test
    void bringsBackTheItemsThatWentWithIt() {
        var quote = hub.create("quotes", "{}");
        var gone = item(quote, "5");
        var item = item(quote, "10");
        hub.delete(Hub.OBJECTS + "line_items/" + gone);
        hub.later(Duration.ofSeconds(1));
        hub.delete(Hub.OBJECTS + "quotes/" + quote);

        hub.simulator.restore("quotes", quote);

        assertThat(hub.read("line_items", item, "").status()).isEqualTo(200);
        assertThat(hub.read("line_items", gone, "").status()).isEqualTo(404);
        assertThat(hub.value("quotes", quote, "hs_quote_amount")).isEqualTo("10");
    }
}
