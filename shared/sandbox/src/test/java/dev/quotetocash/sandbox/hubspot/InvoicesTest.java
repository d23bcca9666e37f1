package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvoicesTest {

    private final Hub hub = Hub.fresh();

    @Test
    void needsACurrencyOfTheAccountAndNothingElse() {
        var missing = hub.post(Hub.OBJECTS + "invoices", "{'properties':{'hs_title':'Seats'}}");

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.at("/context/properties/0")).isEqualTo("hs_currency");
        assertThat(hub.post(Hub.OBJECTS + "invoices", "{'properties':{'hs_currency':'CHF'}}")
                        .at("/errors/0/code"))
                .isEqualTo("INVALID_OPTION");
        var invoice = invoice(hub, "");
        assertThat(hub.value("invoices", invoice, "hs_invoice_status")).isEqualTo("draft");
        assertThat(hub.value("invoices", invoice, "hs_number")).isEqualTo("INV-1001");
        assertThat(hub.value("invoices", invoice(hub, ""), "hs_number")).isEqualTo("INV-1002");
        assertThat(hub.update("invoices", invoice, "{'hs_currency':''}").status())
                .isEqualTo(400);
    }

    @Test
    void opensWithAContactAndALineItemOnly() {
        var invoice = invoice(hub, "");
        assertThat(open(hub, invoice).status()).isEqualTo(400);
        hub.associate("invoices", invoice, "contacts", hub.create("contacts", "{}"));
        assertThat(open(hub, invoice).status()).isEqualTo(400);
        hub.associate("invoices", invoice, "line_items", hub.create("line_items", "{'price':'5','quantity':'2'}"));

        assertThat(open(hub, invoice).status()).isEqualTo(200);

        assertThat(hub.value("invoices", invoice, "hs_amount_billed")).isEqualTo("10");
        assertThat(hub.value("invoices", invoice, "hs_balance_due")).isEqualTo("10");
        assertThat(hub.value("invoices", invoice, "hs_invoice_link")).isNotEmpty();
    }

    @Test
    void opensAtItsCreationTogetherWithItsAssociations() {
        var contact = hub.create("contacts", "{}");
        var item = hub.create("line_items", "{'price':'5'}");
        var body = "{'properties':{'hs_currency':'GBP','hs_invoice_status':'open'},'associations':[" + to(contact, 177)
                + "," + to(item, 409) + "]}";

        assertThat(hub.post(Hub.OBJECTS + "invoices", body).status()).isEqualTo(201);
        assertThat(hub.post(Hub.OBJECTS + "invoices", body.replace(to(contact, 177) + ",", ""))
                        .status())
                .isEqualTo(400);
        assertThat(hub.get(Hub.OBJECTS + "invoices").body().path("results")).hasSize(1);
    }

    @Test
    void isClosedByAPersonAndByTheApiOnlyWhenSwitchedSo() {
        var willing = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.INVOICE_CLOSED_BY_API, true));
        var paid = "{'properties':{'hs_invoice_status':'paid'}}";

        var invoice = opened(hub);
        assertThat(hub.patch(Hub.OBJECTS + "invoices/" + invoice, paid).status())
                .isEqualTo(400);
        assertThat(hub.person("PATCH", Hub.OBJECTS + "invoices/" + invoice, paid)
                        .status())
                .isEqualTo(200);
        assertThat(hub.value("invoices", invoice, "hs_balance_due")).isEqualTo("0");
        assertThat(hub.value("invoices", invoice, "hs_amount_paid")).isEqualTo("10");
        assertThat(open(hub, invoice).status()).isEqualTo(400);
        var other = opened(willing);
        assertThat(willing.patch(Hub.OBJECTS + "invoices/" + other, paid).status())
                .isEqualTo(200);
    }

    @Test
    void isNotPaidByAPaymentUnlessSwitchedSo() {
        var paying = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.PAYMENTS_PAY_INVOICES, true));

        assertThat(balanceAfterPaymentOfFour(hub)).isEqualTo("10");
        assertThat(balanceAfterPaymentOfFour(paying)).isEqualTo("6");
    }

    @Test
    void isNotValidatedWhenItIsBilledElsewhere() {
        var invoice = invoice(hub, ",'hs_invoice_billable':'false'");

        assertThat(open(hub, invoice).status()).isEqualTo(200);
        assertThat(hub.read("invoices", invoice, "properties=hs_invoice_link")
                        .body()
                        .at("/properties/hs_invoice_link")
                        .isNull())
                .isTrue();
        assertThat(hub.update("invoices", invoice, "{'hs_balance_due':'3'}").at("/errors/0/code"))
                .isEqualTo("READ_ONLY_VALUE");
    }

    @Test
    void letsAmountsBeWrittenToOneThatIsBilledElsewhereWhenSwitchedSo() {
        var open = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.NON_BILLABLE_INVOICE_WRITABLE, true));
        var mirrored = invoice(open, ",'hs_invoice_billable':'false'");
        var own = invoice(open, "");

        assertThat(open.update("invoices", mirrored, "{'hs_balance_due':'3','hs_invoice_status':'paid'}")
                        .status())
                .isEqualTo(200);
        assertThat(open.value("invoices", mirrored, "hs_balance_due")).isEqualTo("3");
        assertThat(open.update("invoices", own, "{'hs_balance_due':'3'}").status())
                .isEqualTo(400);
    }

    private static String balanceAfterPaymentOfFour(Hub hub) {
        var invoice = opened(hub);
        var payment = hub.create("commerce_payments", "{'hs_initial_amount':'4','hs_currency_code':'GBP'}");
        hub.associate("invoices", invoice, "0-101", payment);
        return hub.value("invoices", invoice, "hs_balance_due");
    }

    private static String opened(Hub hub) {
        var invoice = invoice(hub, "");
        hub.associate("invoices", invoice, "contacts", hub.create("contacts", "{}"));
        hub.associate("invoices", invoice, "line_items", hub.create("line_items", "{'price':'10'}"));
        open(hub, invoice);
        return invoice;
    }

    private static Hub.Reply open(Hub hub, String invoice) {
        return hub.update("invoices", invoice, "{'hs_invoice_status':'open'}");
    }

    private static String invoice(Hub hub, String more) {
        return hub.create("invoices", "{'hs_currency':'GBP'" + more + "}");
    }

    private static String to(String id, int type) {
        return "{'to':{'id':'" + id + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':" + type
                + "}]}";
    }

    @Test
    void isPaidOnceNothingIsDue() {
        var paying = Hub.with(HubSpotSettings.sandbox().with(Unconfirmed.PAYMENTS_PAY_INVOICES, true));
        var invoice = opened(paying);
        pay(paying, invoice, "4");
        assertThat(paying.value("invoices", invoice, "hs_invoice_status")).isEqualTo("open");

        pay(paying, invoice, "6");

        assertThat(paying.value("invoices", invoice, "hs_invoice_status")).isEqualTo("paid");
        assertThat(paying.value("invoices", invoice, "hs_balance_due")).isEqualTo("0");
    }

    @Test
    void keepsAContactAndALineItemWhileItIsOpen() {
        var contact = hub.create("contacts", "{}");
        var item = hub.create("line_items", "{'price':'10'}");
        var invoice = invoice(hub, "");
        hub.associate("invoices", invoice, "contacts", contact);
        hub.associate("invoices", invoice, "line_items", item);
        open(hub, invoice);
        var path = Hub.OBJECTS + "invoices/" + invoice + "/associations/";

        assertThat(hub.delete(path + "contacts/" + contact).status()).isEqualTo(400);
        assertThat(hub.delete(path + "line_items/" + item).status()).isEqualTo(400);
        assertThat(hub.delete(Hub.OBJECTS + "line_items/" + item).status()).isEqualTo(400);
        hub.associate("invoices", invoice, "line_items", hub.create("line_items", "{'price':'10'}"));
        assertThat(hub.delete(path + "line_items/" + item).status()).isEqualTo(204);
    }

    private static void pay(Hub hub, String invoice, String amount) {
        var payment =
                hub.create("commerce_payments", "{'hs_initial_amount':'" + amount + "','hs_currency_code':'GBP'}");
        hub.associate("invoices", invoice, "0-101", payment);
    }
}
