package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.encoded;
import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.math.RoundingMode;
import java.time.Duration;
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

    @Test
    void readsTheEnvelopeInAnyCaseOrNot() {
        var strict = Office.switched(switches -> switches.with(Unconfirmed.ENVELOPE_IN_ANY_CASE, false));
        var body = "{'contacts':[{'Name':'Acme'}]}";

        assertThat(new Office().app.put("/Contacts", body).status()).isEqualTo(200);
        assertThat(strict.app.put("/Contacts", body).status()).isEqualTo(400);
        assertThat(strict.app.put("/Contacts", "{'Contacts':[{'Name':'Acme'}]}").status())
                .isEqualTo(200);
    }

    @Test
    void findsBankTransactionsByTheirReferenceOrNot() {
        assertThat(referred(new Office())).isEqualTo(1);
        assertThat(referred(Office.switched(switches -> switches.with(Unconfirmed.BANK_REFERENCES_FIND_NOTHING, true))))
                .isZero();
    }

    private static int referred(Office office) {
        new Cashier(office).overpayment(office.contact("Acme"), "40");
        var filter = encoded("Reference==\"Ref RECEIVE-OVERPAYMENT\"");
        assertThat(json(office.finance.get("/BankTransactions?page=1"))
                        .at("/BankTransactions/0/Reference")
                        .asText())
                .isEqualTo("Ref RECEIVE-OVERPAYMENT");
        return json(office.finance.get("/BankTransactions?where=" + filter))
                .path("BankTransactions")
                .size();
    }

    @Test
    void refusesAnInvoiceForAnArchivedContactWithOneTextOrAnother() {
        var own = Office.switched(switches -> switches.with(Unconfirmed.ARCHIVED_CONTACT_HAS_EDIT_TEXT, false));

        assertThat(refusal(forArchived(new Office())))
                .startsWith("The specified contact details matched an archived contact.");
        assertThat(refusal(forArchived(own))).isEqualTo("The contact is archived and cannot be used in transactions.");
    }

    private static SimResponse forArchived(Office office) {
        var acme = office.contact("Acme");
        office.app.post("/Contacts/" + acme, "{'ContactStatus':'ARCHIVED'}");
        return office.app.put("/Invoices", Office.body(acme, "DRAFT", LINE.formatted("1")));
    }

    @Test
    void failsABatchWithAnUnknownIdOrItsElementAlone() {
        var office = new Office();
        var lenient = Office.switched(switches -> switches.with(Unconfirmed.UNKNOWN_ID_FAILS_BATCH, false));
        var body = "{'Contacts':[{'Name':'Acme'},{'ContactID':'" + office.settings.tenantId() + "','Name':'Beta'}]}";

        var whole = office.app.post("/Contacts?summarizeErrors=false", body);
        var part = lenient.app.post("/Contacts?summarizeErrors=false", body);

        assertThat(whole.status()).isEqualTo(404);
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).isEmpty();
        assertThat(part.status()).isEqualTo(200);
        assertThat(json(part).at("/Contacts/1/StatusAttributeString").asText()).isEqualTo("ERROR");
        assertThat(json(lenient.app.get("/Contacts")).path("Contacts")).hasSize(1);
        assertThat(lenient.app
                        .post("/Contacts/" + office.settings.tenantId(), "{'Name':'Beta'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void findsANewInvoiceAtOnceOrAfterALag() {
        var lagging = Office.switched(switches -> switches.withLookUpLagSeconds(30));
        var id = lagging.approved(lagging.contact("Acme"), "100")
                .path("InvoiceID")
                .asText();

        assertThat(found(lagging, "")).isZero();
        assertThat(found(lagging, "?IDs=" + id)).isZero();
        assertThat(found(lagging, "?searchTerm=INV&page=1")).isZero();
        assertThat(found(lagging, "?where=" + encoded("InvoiceNumber==\"INV-0001\"")))
                .isZero();
        assertThat(lagging.app.get("/Invoices/" + id).status()).isEqualTo(200);
        lagging.pass(Duration.ofSeconds(30));
        assertThat(found(lagging, "?IDs=" + id)).isOne();
        lagging.pay(id, "1");
        assertThat(found(lagging, "?searchTerm=INV&page=1")).isOne();

        var prompt = new Office();
        prompt.approved(prompt.contact("Acme"), "100");
        assertThat(found(prompt, "")).isOne();
    }

    private static int found(Office office, String query) {
        return json(office.app.get("/Invoices" + query)).path("Invoices").size();
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
                .with("keysPerToken", "true")
                .with("keyInFlight", "EXECUTED")
                .with("lookUpLagSeconds", "30");

        assertThat(switches.taxRounding()).isEqualTo(RoundingMode.HALF_EVEN);
        assertThat(switches.approvalsPerMonth()).isEqualTo(20);
        assertThat(switches.is(Unconfirmed.KEYS_PER_TOKEN)).isTrue();
        assertThat(switches.with("keysPerToken", "false")
                        .with("approvalsPerMonth", "0")
                        .with("keyInFlight", "WAITS")
                        .with("lookUpLagSeconds", "0")
                        .with("taxRounding", "HALF_UP"))
                .isEqualTo(XeroSwitches.suggested());
    }

    @ParameterizedTest
    @CsvSource({
        "nosuch, true",
        "keysPerToken, 1",
        "keysPerToken, maybe",
        "approvalsPerMonth, many",
        "taxRounding, UPWARDS",
        "keyInFlight, VANISHES",
        "lookUpLagSeconds, -1"
    })
    void refusesAValueThatASwitchDoesNotHave(String name, String value) {
        assertThatThrownBy(() -> XeroSwitches.suggested().with(name, value))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
