package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.sim.SimRequest;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XeroSwitchesTest {

    private static final String LINE =
            "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':%s,'AccountCode':'200'}]";

    @Test
    void readsNumbersSentAsTextOrNot() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.NUMBERS_AS_TEXT, false));

        assertThat(draft(new Office(), LINE.formatted("'10.5'"))).isEqualTo(200);
        assertThat(draft(strict, LINE.formatted("'10.5'"))).isEqualTo(400);
    }

    @Test
    void roundsTaxInAnotherModeWhenSwitched() {
        var halfEven = Office.switched(switches -> switches.withTaxRounding(RoundingMode.HALF_EVEN));
        var line = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':76.30,'AccountCode':'200',"
                + "'TaxType':'RROUTPUT'}]";

        assertThat(tax(new Office(), line)).isEqualTo("3.82");
        assertThat(tax(halfEven, line)).isEqualTo("3.82");
        assertThat(tax(new Office(), line.replace("76.30", "76.10"))).isEqualTo("3.81");
        assertThat(tax(halfEven, line.replace("76.30", "76.10"))).isEqualTo("3.8");
    }

    @Test
    void demandsADueDateForApprovalWhenSwitched() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.APPROVAL_NEEDS_DUE_DATE, true));
        var body = Office.body(strict.contact("Acme"), "AUTHORISED", LINE.formatted("1"))
                .replace("'DueDate':'2026-12-22',", "");

        assertThat(strict.app.put("/Invoices", body).status()).isEqualTo(400);
    }

    @Test
    void demandsAnAccountBesideAnItemWhenSwitched() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.ITEM_FILLS_ACCOUNT, false));
        strict.app.put("/Items", "{'Code':'S','Name':'S','SalesDetails':{'UnitPrice':1,'AccountCode':'200'}}");

        var reply = strict.app.put(
                "/Invoices", Office.body(strict.contact("Acme"), "AUTHORISED", "'LineItems':[{'ItemCode':'S'}]"));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void keepsTheSourceOfAMergeActiveWhenSwitched() {
        var office = Office.switched(switches -> switches.with(Unconfirmed.MERGED_IS_ARCHIVED, false));
        var source = office.contact("Acme");

        office.finance.post("/Contacts/" + source, "{'MergedToContactID':'" + office.contact("Acme Ltd") + "'}");

        assertThat(first(office.app.get("/Contacts/" + source), "Contacts")
                        .path("ContactStatus")
                        .asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void demandsTheTenantHeaderWhenSwitched() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.TENANT_HEADER_REQUIRED, true));

        assertThat(withoutTenant(new Office())).isEqualTo(200);
        assertThat(withoutTenant(strict)).isEqualTo(403);
    }

    @Test
    void savesTheRestOfARefusedBatchWhenSwitched() {
        var office = Office.switched(switches -> switches.with(Unconfirmed.REFUSED_BATCH_SAVES_REST, true));

        var reply = office.app.put("/Contacts", "{'Contacts':[{'Name':'Good'},{'Name':'Bad <'}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).hasSize(1);
    }

    private static int draft(Office office, String members) {
        return office.app
                .put("/Invoices", Office.body(office.contact("Acme"), "DRAFT", members))
                .status();
    }

    private static String tax(Office office, String line) {
        return office.invoice(office.contact("Acme"), "DRAFT", line)
                .path("TotalTax")
                .asText();
    }

    private static int withoutTenant(Office office) {
        var request = office.app.request("GET", "/Organisation", "", Map.of());
        var headers = new LinkedHashMap<>(request.headers());
        headers.remove("xero-tenant-id");
        return office.xero
                .handle(new SimRequest("GET", request.path(), "", headers, new byte[0]))
                .status();
    }

    @Test
    void takesASwitchByItsName() {
        var switches = XeroSwitches.suggested()
                .with("taxRounding", "HALF_EVEN")
                .with("approvalsPerMonth", "20")
                .with("keysPerToken", "true");

        assertThat(switches.taxRounding()).isEqualTo(RoundingMode.HALF_EVEN);
        assertThat(switches.approvalsPerMonth()).isEqualTo(20);
        assertThat(switches.is(Unconfirmed.KEYS_PER_TOKEN)).isTrue();
        assertThat(switches.with("keysPerToken", "false")
                        .with("approvalsPerMonth", "0")
                        .with("taxRounding", "HALF_UP"))
                .isEqualTo(XeroSwitches.suggested());
    }

    @ParameterizedTest
    @CsvSource({
        "nosuch, true",
        "keysPerToken, 1",
        "keysPerToken, maybe",
        "approvalsPerMonth, many",
        "taxRounding, UPWARDS"
    })
    void refusesAValueThatASwitchDoesNotHave(String name, String value) {
        assertThatThrownBy(() -> XeroSwitches.suggested().with(name, value))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
