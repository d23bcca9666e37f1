package dev.quotetocash.sandbox.xero;

import static dev.quotetocash.sandbox.xero.XeroCaller.first;
import static dev.quotetocash.sandbox.xero.XeroCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

    @ParameterizedTest
    @CsvSource({
        "AU, AU, AU, AUD, AUSEASTERNSTANDARDTIME, OUTPUT, 110.0",
        "NZ, NZ, NZ, NZD, NEWZEALANDSTANDARDTIME, OUTPUT2, 115.0",
        "UK, UK, GB, GBP, GMTSTANDARDTIME, OUTPUT2, 120.0",
        "US, US, US, USD, EASTERNSTANDARDTIME, OUTPUT, 100.0",
        "SG, GLOBAL, SG, SGD, SINGAPORESTANDARDTIME, OUTPUTY24, 109.0"
    })
    void taxesSalesAsItsRegionDoes(
            Region region, String version, String country, String currency, String zone, String tax, String total) {
        var office = new Office(settings -> settings.withRegion(region));

        var organisation = first(office.app.get("/Organisation"), "Organisations");
        var invoice = office.invoice(
                office.contact("Acme"),
                "AUTHORISED",
                "'LineItems':[{'Description':'x','Quantity':1,'UnitAmount':100,'AccountCode':'200'}]");

        assertThat(organisation.path("Version").asText()).isEqualTo(version);
        assertThat(organisation.path("CountryCode").asText()).isEqualTo(country);
        assertThat(organisation.path("BaseCurrency").asText()).isEqualTo(currency);
        assertThat(organisation.path("Timezone").asText()).isEqualTo(zone);
        assertThat(invoice.path("CurrencyCode").asText()).isEqualTo(currency);
        assertThat(invoice.at("/LineItems/0/TaxType").asText()).isEqualTo(tax);
        assertThat(invoice.path("Total").asText()).isEqualTo(total);
    }

    @Test
    void datesDocumentsByTheRegionsClock() {
        var office = new Office(settings -> settings.withRegion(Region.NZ));
        office.pass(Duration.ofHours(3));
        office.reconnect();
        var body =
                Office.body(office.contact("Acme"), "DRAFT", "'LineItems':[]").replace("'Date':'2026-11-22',", "");

        var invoice = first(office.app.put("/Invoices", body), "Invoices");

        assertThat(invoice.path("DateString").asText()).isEqualTo("2026-11-24T00:00:00");
    }

    @Test
    void convertsFromItsOwnCurrency() {
        var office = new Office(settings -> settings.withRegion(Region.US));

        var invoice = office.invoice(office.contact("Acme"), "DRAFT", "'CurrencyCode':'GBP','LineItems':[]");

        assertThat(invoice.path("CurrencyRate").asText()).isEqualTo("0.761916");
    }

    @Test
    void showsPlanTermsAndBothLockDates() {
        var terms = new PaymentTerm(20, PaymentTerm.Kind.OFFOLLOWINGMONTH);
        var office = new Office(settings ->
                settings.withOrganisation(settings.organisation().onPlan("DEMO").withTerms(terms, terms)));
        office.xero.lockPeriod(LocalDate.of(2026, 6, 30));
        office.xero.lockYear(LocalDate.of(2026, 3, 31));

        var organisation = first(office.app.get("/Organisation"), "Organisations");

        assertThat(organisation.path("Class").asText()).isEqualTo("DEMO");
        assertThat(organisation.path("IsDemoCompany").asBoolean()).isTrue();
        assertThat(organisation.at("/PaymentTerms/Sales/Type").asText()).isEqualTo("OFFOLLOWINGMONTH");
        assertThat(organisation.at("/PaymentTerms/Bills/Day").asInt()).isEqualTo(20);
        assertThat(organisation.path("PeriodLockDate").asText()).isEqualTo("/Date(1782777600000+0000)/");
        assertThat(organisation.path("EndOfYearLockDate").asText()).isEqualTo("/Date(1774915200000+0000)/");
    }

    @Test
    void refusesDocumentsUpToTheLaterLockDate() {
        var office = new Office();
        office.xero.lockPeriod(LocalDate.of(2026, 3, 31));
        office.xero.lockYear(LocalDate.of(2026, 11, 22));

        var reply = office.app.put("/Invoices", Office.body(office.contact("Acme"), "DRAFT", "'LineItems':[]"));

        assertThat(XeroCaller.refusal(reply))
                .isEqualTo("The document date cannot be before the period lock date, currently set at 2026-11-22");
    }

    @Test
    void knowsThemesRemindersUsersAndActions() {
        var office = new Office();

        assertThat(json(office.app.get("/BrandingThemes"))
                        .at("/BrandingThemes/0/Name")
                        .asText())
                .isEqualTo("Standard");
        assertThat(json(office.app.get("/InvoiceReminders/Settings"))
                        .at("/InvoiceReminders/0/Enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(json(office.app.get("/Users"))
                        .at("/Users/0/OrganisationRole")
                        .asText())
                .isEqualTo("FINANCIALADVISER");
        assertThat(json(office.app.get("/Organisation/Actions"))
                        .at("/Actions/0/Status")
                        .asText())
                .isEqualTo("ALLOWED");
        assertThat(office.finance.put("/BrandingThemes", "{}").status()).isEqualTo(404);
        assertThat(office.app.get("/InvoiceReminders").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"AU, BASEXCLUDED", "NZ, NONE", "UK, NONE"})
    void knowsHowToTaxNothing(Region region, String none) {
        var office = new Office(settings -> settings.withRegion(region));
        var acme = office.contact("Acme");
        var line = "{'Description':'x','Quantity':1,'UnitAmount':100,'AccountCode':'200'}";

        var invoice = office.invoice(acme, "AUTHORISED", "'LineAmountTypes':'NoTax','LineItems':[" + line + "]");
        var recomputed = first(
                office.app.post(
                        "/Invoices/"
                                + office.invoice(acme, "DRAFT", "'LineItems':[" + line + "]")
                                        .path("InvoiceID")
                                        .asText(),
                        "{'LineAmountTypes':'NoTax'}"),
                "Invoices");
        var overpaid = new Cashier(office).bank(acme, "RECEIVE-OVERPAYMENT", "{'LineAmount':10}");

        assertThat(invoice.at("/LineItems/0/TaxType").asText()).isEqualTo(none);
        assertThat(recomputed.at("/LineItems/0/TaxType").asText()).isEqualTo(none);
        assertThat(overpaid.at("/LineItems/0/TaxType").asText()).isEqualTo(none);
    }
}
