package dev.quotetocash.xero;

import static dev.quotetocash.xero.Clients.in;
import static dev.quotetocash.xero.Clients.over;
import static dev.quotetocash.xero.Clients.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quotetocash.engine.XeroGateway.CreatedContact;
import dev.quotetocash.mapping.Books;
import dev.quotetocash.mapping.CurrencyCode;
import dev.quotetocash.mapping.Customer;
import dev.quotetocash.mapping.Organisation;
import dev.quotetocash.mapping.XeroContact;
import dev.quotetocash.sync.HubSpotCompanyId;
import dev.quotetocash.sync.Lane;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.XeroContactId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XeroClientContactsAndBooksTest {

    private static final String NUMBER = "hs-33-company-123";

    private static final XeroContact ACME = new XeroContact(
            new XeroContactId(Samples.CONTACT_ID),
            NUMBER,
            "Acme Ltd",
            Optional.of("ap@acme.test"),
            true,
            Optional.empty(),
            Instant.ofEpochMilli(1789378196227L));

    private final FakeHttp http = new FakeHttp();

    @Test
    void findsAContactByItsNumberArchivedOnesIncluded() {
        http.answers(200, Samples.contacts(Samples.CONTACT));

        assertThat(value(over(http).contactByNumber(NUMBER, Lane.INVOICE))).contains(ACME);
        assertThat(http.calls())
                .containsExactly("GET /api.xro/2.0/Contacts?where=ContactNumber%3D%3D%22hs-33-company-123%22"
                        + "&includeArchived=true&page=1");
    }

    @Test
    void takesOnlyTheExactNumber() {
        http.answers(200, Samples.contacts(Samples.CONTACT.replace(NUMBER, "HS-33-Company-123")));

        assertThat(value(over(http).contactByNumber(NUMBER, Lane.INVOICE))).isEmpty();
    }

    @Test
    void prefersTheActiveContact() {
        var archived = Samples.CONTACT
                .replace("\"ACTIVE\"", "\"ARCHIVED\",\"MergedToContactID\":\"m-1\"")
                .replace("1789378196227", "1789999999999")
                .replace(Samples.CONTACT_ID, "a-1");
        http.answers(200, Samples.contacts(archived, Samples.CONTACT)).answers(200, Samples.contacts(archived));

        assertThat(value(over(http).contactByNumber(NUMBER, Lane.INVOICE))).contains(ACME);
        assertThat(value(over(http).contactByNumber(NUMBER, Lane.INVOICE))).hasValueSatisfying(contact -> {
            assertThat(contact.active()).isFalse();
            assertThat(contact.mergedInto()).contains(new XeroContactId("m-1"));
        });
    }

    @Test
    void composesAContact() {
        var company = new HubSpotCompanyId("123").ref();
        var full = new Customer(
                company, " Acme <Ltd> ", Optional.of("ap@acme.test"), Optional.of("Ada"), Optional.of("L"));
        var bare = new Customer(company, "Acme", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(over(http).composeContact(full, NUMBER).text()).isEqualTo("""
                {"Name":"Acme Ltd","ContactNumber":"hs-33-company-123","EmailAddress":"ap@acme.test",\
                "FirstName":"Ada","LastName":"L"}\
                """);
        assertThat(over(http).composeContact(bare, NUMBER).text())
                .isEqualTo("{\"Name\":\"Acme\",\"ContactNumber\":\"hs-33-company-123\"}");
    }

    @Test
    void createsAContactUnderAnIdempotencyKey() {
        http.answers(200, Samples.contacts(Samples.CONTACT));

        assertThat(value(over(http).createContact(Payload.of("{\"Name\":\"Acme\"}"), "key-1", Lane.INVOICE)))
                .isEqualTo(new CreatedContact.Accepted(ACME));
        assertThat(http.calls()).containsExactly("PUT /api.xro/2.0/Contacts?summarizeErrors=false");
        assertThat(http.body(0)).isEqualTo("{\"Contacts\":[{\"Name\":\"Acme\"}]}");
        assertThat(http.request(0).headers()).containsEntry("Idempotency-Key", "key-1");
    }

    @Test
    void reportsARefusedContact() {
        http.answers(200, Samples.contacts("""
                {"ContactID":"00000000-0000-0000-0000-000000000000","Name":"Acme","HasValidationErrors":true,
                 "ValidationErrors":[{"Message":"The contact name Acme is already assigned to another contact."}]}
                """));

        assertThat(value(over(http).createContact(Payload.of("{}"), "key-1", Lane.INVOICE)))
                .isEqualTo(new CreatedContact.Refused(
                        List.of("The contact name Acme is already assigned to another contact.")));
    }

    @Test
    void readsTheOrganisation() {
        organisation("NEWZEALANDSTANDARDTIME");

        assertThat(value(over(http).readOrganisation(Lane.CHANGE)))
                .isEqualTo(new Organisation(new CurrencyCode("NZD"), ZoneId.of("Pacific/Auckland"), "!mBdtL"));
        assertThat(http.calls()).containsExactly("GET /api.xro/2.0/Organisation");
    }

    @Test
    void takesTheOperatorsZoneInsteadOfXeros() {
        organisation("SOMEWHERESTANDARDTIME");

        assertThat(value(in(ZoneId.of("Europe/London"), http).readOrganisation(Lane.CHANGE))
                        .zone())
                .isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void saysWhatToDoAboutAnUnknownZone() {
        organisation("SOMEWHERESTANDARDTIME");

        assertThatThrownBy(() -> over(http).readOrganisation(Lane.CHANGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("SOMEWHERESTANDARDTIME", "set ORGANISATION_TIME_ZONE");
    }

    @Test
    void readsWhatAnInvoiceMayUseInThreeCalls() {
        http.answers(
                        200,
                        Samples.envelope(
                                "Accounts",
                                "{\"Code\":\"200\",\"Status\":\"ACTIVE\",\"Type\":\"REVENUE\",\"Class\":\"REVENUE\"}",
                                "{\"Code\":\"260\",\"Status\":\"ACTIVE\",\"Type\":\"OTHERINCOME\"}",
                                "{\"Code\":\"270\",\"Status\":\"ACTIVE\",\"Type\":\"SALES\"}",
                                "{\"Code\":\"201\",\"Status\":\"ARCHIVED\",\"Type\":\"REVENUE\",\"Class\":\"REVENUE\"}",
                                "{\"Code\":\"400\",\"Status\":\"ACTIVE\",\"Type\":\"EXPENSE\",\"Class\":\"EXPENSE\"}",
                                "{\"Status\":\"ACTIVE\",\"Type\":\"REVENUE\",\"Class\":\"REVENUE\"}"))
                .answers(
                        200,
                        Samples.envelope(
                                "TaxRates",
                                "{\"TaxType\":\"OUTPUT2\",\"CanApplyToRevenue\":true,\"EffectiveRate\":15.0,\"Status\":\"ACTIVE\"}",
                                "{\"TaxType\":\"ZERORATED\",\"CanApplyToRevenue\":true,\"EffectiveRate\":0.00,\"Status\":\"ACTIVE\"}",
                                "{\"TaxType\":\"INPUT2\",\"CanApplyToRevenue\":false,\"EffectiveRate\":15.0,\"Status\":\"ACTIVE\"}",
                                "{\"TaxType\":\"TAX001\",\"CanApplyToRevenue\":true,\"EffectiveRate\":1.0,\"Status\":\"DELETED\"}"))
                .answers(200, Samples.envelope("Currencies", "{\"Code\":\"NZD\"}", "{\"Code\":\"GBP\"}"));

        assertThat(value(over(http).readBooks(Lane.CHANGE)))
                .isEqualTo(new Books(
                        Set.of("200", "260", "270"),
                        Map.of("OUTPUT2", new BigDecimal("15.0"), "ZERORATED", new BigDecimal("0.00")),
                        Set.of("NZD", "GBP")));
        assertThat(http.calls())
                .containsExactly(
                        "GET /api.xro/2.0/Accounts", "GET /api.xro/2.0/TaxRates", "GET /api.xro/2.0/Currencies");
    }

    private void organisation(String timezone) {
        http.answers(200, Samples.envelope("Organisations", """
                        {"OrganisationID":"..","BaseCurrency":"NZD","CountryCode":"NZ","Timezone":"%s","ShortCode":"!mBdtL"}
                        """.formatted(timezone)));
    }
}
