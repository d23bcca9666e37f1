package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static dev.quotetocash.sandbox.xero.XeroCaller.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContactsTest {

    private static final String ARCHIVED =
            "The specified contact details matched an archived contact. Archived contacts cannot currently be edited via"
                    + " the API.";

    private final Office office = new Office();

    @Test
    void alwaysShowsFourPhonesAndTwoAddresses() {
        var contact = first(
                office.app.post(
                        "/Contacts",
                        "{'contacts':[{'Name':'Acme','Phones':[{'PhoneType':'DEFAULT','PhoneNumber':'5551212'}]}]}"),
                "Contacts");

        assertThat(contact.path("Phones").findValuesAsText("PhoneType"))
                .containsExactly("DDI", "DEFAULT", "FAX", "MOBILE");
        assertThat(contact.path("Phones").findValuesAsText("PhoneNumber")).containsExactly("", "5551212", "", "");
        assertThat(contact.path("Addresses").findValuesAsText("AddressType")).containsExactly("STREET", "POBOX");
        assertThat(contact.path("Addresses").findValuesAsText("City")).containsExactly("", "");
    }

    @Test
    void refusesATakenNameInAnyCase() {
        office.contact("Acme");

        assertThat(refusal(office.app.put("/Contacts", "{'Name':'ACME'}")))
                .isEqualTo(
                        "The contact name ACME is already assigned to another contact. The contact name must be unique"
                                + " across all active contacts.");
    }

    @Test
    void refusesATakenNumberOnPut() {
        office.app.put("/Contacts", "{'Name':'Acme','ContactNumber':'hs-1'}");

        assertThat(office.app
                        .put("/Contacts", "{'Name':'Other','ContactNumber':'hs-1'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void matchesANumberThenANameOnPost() {
        office.app.put("/Contacts", "{'Name':'Acme','ContactNumber':'hs-1'}");

        var numbered = first(office.app.post("/Contacts", "{'Name':'Acme Ltd','ContactNumber':'hs-1'}"), "Contacts");
        var named =
                first(office.app.post("/Contacts", "{'Name':'acme ltd','EmailAddress':'ap@acme.test'}"), "Contacts");

        assertThat(numbered.path("Name").asText()).isEqualTo("Acme Ltd");
        assertThat(named.path("ContactID")).isEqualTo(numbered.path("ContactID"));
        assertThat(named.path("ContactNumber").asText()).isEqualTo("hs-1");
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).hasSize(1);
    }

    @Test
    void keepsWhatWasNotSentAndClearsWhatWasSentBlank() {
        var id = first(
                        office.app.post("/Contacts", "{'Name':'Acme','EmailAddress':'ap@acme.test','TaxNumber':'GB1'}"),
                        "Contacts")
                .path("ContactID")
                .asText();

        var changed = first(office.app.post("/Contacts/" + id, "{'EmailAddress':''}"), "Contacts");

        assertThat(changed.path("EmailAddress").asText()).isEmpty();
        assertThat(changed.path("TaxNumber").asText()).isEqualTo("GB1");
    }

    @Test
    void asksForSomethingThatIdentifiesTheContact() {
        assertThat(refusal(office.app.put("/Contacts", "{'EmailAddress':'x@y.test'}")))
                .isEqualTo(
                        "The Contact must contain at least 1 of the following elements to identify the contact: Name,"
                                + " ContactID, ContactNumber");
    }

    @Test
    void refusesTextsBeyondTheirLimits() {
        assertThat(refusal(office.app.put("/Contacts", "{'Name':'" + "n".repeat(256) + "'}")))
                .contains("Name", "255");
        assertThat(refused("'ContactNumber':'" + "n".repeat(51) + "'")).isEqualTo(400);
        assertThat(refused("'EmailAddress':'jürgen@acme.test'")).isEqualTo(400);
        assertThat(refused("'Addresses':[{'AddressType':'POBOX','Country':'UK 2'}]"))
                .isEqualTo(400);
        assertThat(refused("'Phones':[{'PhoneType':'FAX','PhoneAreaCode':'01234567890'}]"))
                .isEqualTo(400);
        assertThat(refused("'ContactPersons':[{},{},{},{},{},{}]")).isEqualTo(400);
        assertThat(office.app.put("/Contacts", "{'Name':'A  B'}").status()).isEqualTo(400);
        assertThat(office.app.put("/Contacts", "{'Name':'A <B>'}").status()).isEqualTo(400);
    }

    @Test
    void refusesEditsOfArchivedContactsExceptByFinance() {
        var id = office.contact("Acme");
        office.app.post("/Contacts", "{'ContactID':'" + id + "','ContactStatus':'ARCHIVED'}");

        assertThat(refusal(office.app.post("/Contacts/" + id, "{'Name':'New'}")))
                .isEqualTo(ARCHIVED);
        assertThat(refusal(office.app.put("/Invoices", Office.body(id, "DRAFT", "'LineItems':[]"))))
                .isEqualTo(ARCHIVED);
        assertThat(first(office.finance.post("/Contacts/" + id, "{'ContactStatus':'ACTIVE'}"), "Contacts")
                        .path("ContactStatus")
                        .asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void leavesArchivedContactsOutOfListsUnlessAskedFor() {
        var id = office.contact("Acme");
        office.app.post("/Contacts/" + id, "{'ContactStatus':'ARCHIVED'}");

        assertThat(json(office.app.get("/Contacts")).path("Contacts")).isEmpty();
        assertThat(json(office.app.get("/Contacts?includeArchived=true")).path("Contacts"))
                .hasSize(1);
    }

    @Test
    void freesTheNameOfAnArchivedContact() {
        office.app.post("/Contacts/" + office.contact("Acme"), "{'ContactStatus':'ARCHIVED'}");

        assertThat(office.app.put("/Contacts", "{'Name':'Acme'}").status()).isEqualTo(200);
    }

    @Test
    void pointsFromAMergedContactToItsTarget() {
        var source = office.contact("Acme");
        var target = office.contact("Acme Ltd");
        var invoice = office.approved(source, "10").path("InvoiceID").asText();

        office.finance.post("/Contacts/" + source, "{'MergedToContactID':'" + target + "'}");

        var merged = first(office.app.get("/Contacts/" + source), "Contacts");
        assertThat(merged.path("MergedToContactID").asText()).isEqualTo(target);
        assertThat(merged.path("ContactStatus").asText()).isEqualTo("ARCHIVED");
        assertThat(first(office.app.get("/Invoices/" + invoice), "Invoices")
                        .path("Contact")
                        .path("ContactID")
                        .asText())
                .isEqualTo(target);
        assertThat(json(office.app.get("/Contacts?includeArchived=true"))
                        .path("Contacts")
                        .findValues("MergedToContactID"))
                .isEmpty();
    }

    @Test
    void findsByNumberIdAndSearchTerm() {
        office.app.put("/Contacts", "{'Name':'Acme','ContactNumber':'hs-1','EmailAddress':'ap@acme.test'}");
        var other = office.contact("Other");

        assertThat(first(office.app.get("/Contacts/hs-1"), "Contacts")
                        .path("Name")
                        .asText())
                .isEqualTo("Acme");
        assertThat(json(office.app.get("/Contacts?IDs=" + other)).path("Contacts"))
                .hasSize(1);
        assertThat(json(office.app.get("/Contacts?searchTerm=AP%40acme")).path("Contacts"))
                .hasSize(1);
    }

    @Test
    void rewritesAContactWhoseMembersComeWithAnInvoice() {
        var id = first(office.app.post("/Contacts", "{'Name':'Acme','ContactPersons':[{'FirstName':'A'}]}"), "Contacts")
                .path("ContactID")
                .asText();

        office.app.put(
                "/Invoices", "{'Type':'ACCREC','Contact':{'ContactID':'" + id + "','Name':'Acme Ltd'},'LineItems':[]}");

        var rewritten = first(office.app.get("/Contacts/" + id), "Contacts");
        assertThat(rewritten.path("Name").asText()).isEqualTo("Acme Ltd");
        assertThat(rewritten.path("ContactPersons")).isEmpty();
    }

    @Test
    void createsTheContactOfAnInvoiceByItsBareName() {
        var body = "{'Type':'ACCREC','Contact':{'Name':'New Ltd'},'LineItems':[]}";

        var one = first(office.app.put("/Invoices", body), "Invoices");
        var two = first(office.app.put("/Invoices", body), "Invoices");

        assertThat(one.path("Contact").path("ContactID"))
                .isEqualTo(two.path("Contact").path("ContactID"));
        assertThat(json(office.app.get("/Contacts")).path("Contacts")).hasSize(1);
    }

    @Test
    void becomesACustomerByAnInvoiceWithoutMovingItsStamp() {
        var id = office.contact("Acme");
        var before = first(office.app.get("/Contacts/" + id), "Contacts");
        office.pass(Duration.ofSeconds(9));

        office.approved(id, "10");

        var after = first(office.app.get("/Contacts/" + id), "Contacts");
        assertThat(before.path("IsCustomer").asBoolean()).isFalse();
        assertThat(after.path("IsCustomer").asBoolean()).isTrue();
        assertThat(after.path("UpdatedDateUTC")).isEqualTo(before.path("UpdatedDateUTC"));
    }

    private int refused(String member) {
        return office.app.put("/Contacts", "{'Name':'Acme'," + member + "}").status();
    }
}
