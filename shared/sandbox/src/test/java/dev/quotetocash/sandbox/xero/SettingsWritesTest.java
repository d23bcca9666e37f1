package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Accounts, tax rates and currencies. Finance writes them: the app has only the scope to read settings.
class SettingsWritesTest {

    private static final String ACCOUNT = "{'Code':'201','Name':'Services','Type':'REVENUE'}";
    private static final String RATE =
            "{'Name':'State','ReportTaxType':'OUTPUT','TaxComponents':[{'Name':'State','Rate':2.25}]}";

    private final Office office = new Office();

    @Test
    void createsAnAccountWithItsRegionsTax() {
        var account = first(office.finance.put("/Accounts", ACCOUNT), "Accounts");

        assertThat(account.path("TaxType").asText()).isEqualTo("OUTPUT2");
        assertThat(account.path("Class").asText()).isEqualTo("REVENUE");
        assertThat(account.path("Status").asText()).isEqualTo("ACTIVE");
        assertThat(office.app.put("/Accounts", ACCOUNT).status()).isEqualTo(403);
    }

    @Test
    void keepsCodesAndNamesOfAccountsUniqueAndShort() {
        office.finance.put("/Accounts", ACCOUNT);

        assertThat(refusal(office.finance.put("/Accounts", ACCOUNT.replace("Services", "Other"))))
                .isEqualTo("Please enter a unique Code.");
        assertThat(refusal(office.finance.put("/Accounts", ACCOUNT.replace("201", "202"))))
                .isEqualTo("Please enter a unique Name.");
        assertThat(refusal(office.finance.put("/Accounts", ACCOUNT.replace("201", "12345678901"))))
                .isEqualTo("The field Code must be a string with a maximum length of 10.");
        assertThat(refusal(office.finance.put(
                        "/Accounts", ACCOUNT.replace("201", "203").replace("Services", "n".repeat(151)))))
                .isEqualTo("The field Name must be a string with a maximum length of 150.");
    }

    @Test
    void takesOneAccountAndOneTaxRateAtATime() {
        assertThat(office.finance
                        .put("/Accounts", "{'Accounts':[" + ACCOUNT + "," + ACCOUNT + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .put("/TaxRates", "{'TaxRates':[" + RATE + "," + RATE + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void doesNotRecogniseAnArchivedAccountOnLines() {
        var id = id(office.finance.put("/Accounts", ACCOUNT));
        var line = "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':1,'AccountCode':'201'}]";
        var acme = office.contact("Acme");
        assertThat(office.invoice(acme, "DRAFT", line)
                        .at("/LineItems/0/AccountCode")
                        .asText())
                .isEqualTo("201");

        office.finance.post("/Accounts/" + id, "{'Status':'ARCHIVED'}");

        assertThat(refusal(office.app.put("/Invoices", Office.body(acme, "DRAFT", line))))
                .isEqualTo("Account code '201' has been removed as it does not match a recognised account.");
    }

    @Test
    void deletesAnAccountUnlessItIsUsedOrTheSystems() {
        var id = id(office.finance.put("/Accounts", ACCOUNT));
        var debtors = json(office.app.get("/Accounts?where=SystemAccount%3D%3D%22DEBTORS%22"))
                .at("/Accounts/0/AccountID")
                .asText();
        office.approved(office.contact("Acme"), "1");
        var sales = json(office.app.get("/Accounts?where=Code%3D%3D%22200%22"))
                .at("/Accounts/0/AccountID")
                .asText();

        var deleted = office.finance.send("DELETE", "/Accounts/" + id, "", Map.of());

        assertThat(first(deleted, "Accounts").path("Status").asText()).isEqualTo("DELETED");
        assertThat(office.finance.get("/Accounts/" + id).status()).isEqualTo(404);
        assertThat(office.finance
                        .send("DELETE", "/Accounts/" + debtors, "", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(office.finance
                        .send("DELETE", "/Accounts/" + sales, "", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesATaxThatDoesNotFitTheAccount() {
        assertThat(refusal(office.finance.put("/Accounts", ACCOUNT.replace("'Type'", "'TaxType':'INPUT2','Type'"))))
                .isEqualTo("The TaxType code 'INPUT2' cannot be used with account code '201'");
    }

    @Test
    void numbersTheTaxRatesThatPeopleMake() {
        var made = first(office.finance.put("/TaxRates", RATE), "TaxRates");
        var next = first(
                office.finance.put("/TaxRates", RATE.replace("'Name':'State','R", "'Name':'City','R")), "TaxRates");

        assertThat(made.path("TaxType").asText()).isEqualTo("TAX001");
        assertThat(made.path("EffectiveRate").asText()).isEqualTo("2.25");
        assertThat(made.path("CanApplyToRevenue").asBoolean()).isTrue();
        assertThat(made.path("CanApplyToExpenses").asBoolean()).isFalse();
        assertThat(next.path("TaxType").asText()).isEqualTo("TAX002");
        assertThat(refusal(office.finance.put("/TaxRates", RATE))).isEqualTo("Please enter a unique Name.");
    }

    @Test
    void taxesCompoundPartsOnTopOfTheOthers() {
        var parts = "[{'Name':'A','Rate':10},{'Name':'B','Rate':5,'IsCompound':true}]";

        var rate = first(office.finance.put("/TaxRates", "{'Name':'Both','TaxComponents':" + parts + "}"), "TaxRates");

        assertThat(rate.path("DisplayTaxRate").asText()).isEqualTo("15.0");
        assertThat(rate.path("EffectiveRate").asText()).isEqualTo("15.5");
    }

    @Test
    void taxesNothingWithADeletedRate() {
        office.finance.put("/TaxRates", RATE);
        var acme = office.contact("Acme");
        var line =
                "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':100,'AccountCode':'200','TaxType':'TAX001'}]";
        assertThat(office.invoice(acme, "DRAFT", line).path("Total").asText()).isEqualTo("102.25");

        office.finance.post("/TaxRates", "{'Name':'State','Status':'DELETED'}");

        assertThat(refusal(office.app.put("/Invoices", Office.body(acme, "DRAFT", line))))
                .isEqualTo("The TaxType code 'TAX001' cannot be used with account code '200'");
        assertThat(json(office.app.get("/TaxRates/TAX001"))
                        .at("/TaxRates/0/Status")
                        .asText())
                .isEqualTo("DELETED");
    }

    @Test
    void keepsTheSystemsTaxRates() {
        assertThat(office.finance
                        .post("/TaxRates", "{'TaxType':'OUTPUT2','Status':'DELETED'}")
                        .status())
                .isEqualTo(400);
        assertThat(office.finance.post("/TaxRates", "{'Name':'Nobody'}").status())
                .isEqualTo(404);
    }

    @Test
    void billsInACurrencyOnceItIsSubscribed() {
        var body = Office.body(office.contact("Acme"), "DRAFT", "'CurrencyCode':'NZD','LineItems':[]");
        assertThat(refusal(office.app.put("/Invoices", body)))
                .isEqualTo("Organisation is not subscribed to currency NZD");

        var added = first(office.finance.put("/Currencies", "{'Code':'NZD'}"), "Currencies");

        assertThat(added.path("Description").asText()).isEqualTo("New Zealand Dollar");
        assertThat(office.app.put("/Invoices", body).status()).isEqualTo(200);
        assertThat(json(office.app.get("/Currencies")).path("Currencies")).hasSize(4);
        assertThat(office.finance.put("/Currencies", "{'Code':'XXX'}").status()).isEqualTo(400);
    }

    private static String id(SimResponse reply) {
        return first(reply, "Accounts").path("AccountID").asText();
    }

    @Test
    void leavesNoCurrencyOfARefusedBatchBehind() {
        var office = new Office();

        var reply = office.finance.put("/Currencies", "{'Currencies':[{'Code':'CAD'},{'Code':'ZZZ'}]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(office.app.get("/Currencies").text()).doesNotContain("CAD");
    }
}
