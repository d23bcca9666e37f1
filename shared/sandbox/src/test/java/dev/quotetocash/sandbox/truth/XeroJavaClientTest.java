package dev.quotetocash.sandbox.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xero.api.XeroBadRequestException;
import com.xero.api.XeroMinuteRateLimitException;
import com.xero.api.XeroNotFoundException;
import com.xero.api.XeroUnauthorizedException;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Invoices;
import com.xero.models.accounting.Item;
import com.xero.models.accounting.Items;
import com.xero.models.accounting.PaymentDelete;
import com.xero.models.accounting.Purchase;
import dev.quotetocash.sandbox.sim.SimServer;
import dev.quotetocash.sandbox.xero.XeroLimits;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threeten.bp.OffsetDateTime;

/// Xero's own Java client over HTTP, unchanged: the simulator understands what it writes, and it what the
/// simulator writes (reference/xero-api.md, 15.1).
class XeroJavaClientTest {

    private final Desk desk = new Desk().asFinance();
    private final SimServer server = new SimServer(desk.xero, 0);
    private final XeroSdk sdk = new XeroSdk(desk, server);

    @AfterEach
    void stopServing() {
        server.close();
    }

    @Test
    void readsConnectionsAndOrganisation() throws IOException {
        var connection = sdk.identity.getConnections(desk.asApp().token(), null).getFirst();
        var organisation = sdk.accounting
                .getOrganisations(sdk.token, sdk.tenant)
                .getOrganisations()
                .getFirst();

        assertThat(connection.getTenantId()).hasToString(sdk.tenant);
        assertThat(connection.getTenantType()).isEqualTo("ORGANISATION");
        assertThat(organisation.getBaseCurrency()).hasToString("GBP");
        assertThat(organisation.getName()).isEqualTo(connection.getTenantName());
    }

    @Test
    void readsTaxRatesAndAccounts() throws IOException {
        var rates = sdk.accounting
                .getTaxRates(sdk.token, sdk.tenant, null, null, null)
                .getTaxRates();
        var accounts = sdk.accounting
                .getAccounts(sdk.token, sdk.tenant, null, "Type==\"BANK\"", "Code ASC")
                .getAccounts();

        assertThat(rates).extracting(rate -> rate.getTaxType()).contains("OUTPUT2", "NONE");
        assertThat(accounts).extracting(account -> account.getCode()).containsExactly("090", "091");
    }

    @Test
    void createsReadsAndUpdatesAContact() throws IOException {
        var made = sdk.contact("Kestrel Instruments Ltd");
        var changed = new Contacts().addContactsItem(new Contact().emailAddress("ap@kestrel.example"));

        sdk.accounting.updateContact(sdk.token, sdk.tenant, made.getContactID(), changed, null);

        var read = sdk.accounting
                .getContact(sdk.token, sdk.tenant, made.getContactID())
                .getContacts()
                .getFirst();
        assertThat(read.getName()).isEqualTo("Kestrel Instruments Ltd");
        assertThat(read.getEmailAddress()).isEqualTo("ap@kestrel.example");
        assertThat(read.getPhones()).hasSize(4);
        assertThat(read.getUpdatedDateUTCAsDate()).isNotNull();
    }

    @Test
    void approvesPaysAndVoidsAnInvoice() throws IOException {
        var made = sdk.invoice(sdk.contact("Kestrel Instruments Ltd"), Invoice.StatusEnum.DRAFT);
        var id = made.getInvoiceID();
        assertThat(made.getTotal()).isEqualTo(120.0);
        assertThat(made.getDateAsDate()).isEqualTo(XeroSdk.DATE);
        assertThat(made.getLineItems().getFirst().getTaxAmount()).isEqualTo(20.0);

        assertThat(sdk.move(id, Invoice.StatusEnum.AUTHORISED).getStatus()).isEqualTo(Invoice.StatusEnum.AUTHORISED);
        var payment = sdk.pay(id, 120.0);
        assertThat(payment.getAmount()).isEqualTo(120.0);
        var paid = sdk.read(id);
        assertThat(paid.getStatus()).isEqualTo(Invoice.StatusEnum.PAID);
        assertThat(paid.getFullyPaidOnDateAsDate()).isEqualTo(XeroSdk.DATE);
        assertThat(paid.getPayments()).hasSize(1);

        var delete = new PaymentDelete();
        delete.setStatus("DELETED");
        sdk.accounting.deletePayment(sdk.token, sdk.tenant, payment.getPaymentID(), delete, null);
        assertThat(sdk.read(id).getAmountDue()).isEqualTo(120.0);
        assertThat(sdk.move(id, Invoice.StatusEnum.VOIDED).getStatus()).isEqualTo(Invoice.StatusEnum.VOIDED);
    }

    @Test
    void listsInvoicesByEveryParameter() throws IOException {
        var contact = sdk.contact("Kestrel Instruments Ltd");
        var draft = sdk.invoice(contact, Invoice.StatusEnum.DRAFT);
        var approved = sdk.invoice(contact, Invoice.StatusEnum.AUTHORISED);
        var both = List.of(draft.getInvoiceID(), approved.getInvoiceID());

        assertThat(listed(null, "Status==\"DRAFT\"", null, null)).containsExactly(draft.getInvoiceID());
        assertThat(listed(null, null, both, null)).hasSize(2);
        assertThat(listed(null, null, null, List.of("AUTHORISED", "PAID"))).containsExactly(approved.getInvoiceID());
        assertThat(listed(OffsetDateTime.parse("2026-11-23T09:00:00Z"), null, null, null))
                .hasSize(2);
        assertThat(listed(OffsetDateTime.parse("2026-11-23T10:00:00Z"), null, null, null))
                .isEmpty();
    }

    private List<UUID> listed(
            @Nullable OffsetDateTime since,
            @Nullable String where,
            @Nullable List<UUID> ids,
            @Nullable List<String> statuses)
            throws IOException {
        return sdk
                .accounting
                .getInvoices(
                        sdk.token,
                        sdk.tenant,
                        since,
                        where,
                        "InvoiceNumber DESC",
                        ids,
                        null,
                        null,
                        statuses,
                        1,
                        true,
                        null,
                        4,
                        null)
                .getInvoices()
                .stream()
                .map(Invoice::getInvoiceID)
                .toList();
    }

    @Test
    void createsReadsUpdatesAndDeletesAnItem() throws IOException {
        var item = new Item().code("SUPPORT-M").name("Support").salesDetails(new Purchase().unitPrice(10.5));
        var id = sdk.accounting
                .createItems(sdk.token, sdk.tenant, new Items().addItemsItem(item), null, false, 4)
                .getItems()
                .getFirst()
                .getItemID();

        sdk.accounting.updateItem(
                sdk.token, sdk.tenant, id, new Items().addItemsItem(item.name("Support, monthly")), null, 4);
        var read =
                sdk.accounting.getItem(sdk.token, sdk.tenant, id, 4).getItems().getFirst();
        sdk.accounting.deleteItem(sdk.token, sdk.tenant, id);

        assertThat(read.getName()).isEqualTo("Support, monthly");
        assertThat(read.getSalesDetails().getUnitPrice()).isEqualTo(10.5);
        assertThatThrownBy(() -> sdk.accounting.getItem(sdk.token, sdk.tenant, id, 4))
                .isInstanceOf(XeroNotFoundException.class);
    }

    @Test
    void throwsTheElementsOfARefusal() throws IOException {
        var contact = sdk.contact("Kestrel Instruments Ltd");
        var invoice = XeroSdk.draft(contact).addLineItemsItem(XeroSdk.line().accountCode("476"));

        var refused = catchThrowableOfType(
                XeroBadRequestException.class,
                () -> sdk.accounting.createInvoices(
                        sdk.token, sdk.tenant, new Invoices().addInvoicesItem(invoice), null, true, 4));

        assertThat(refused.getElements()).hasSize(1);
        assertThat(refused.getElements()
                        .getFirst()
                        .getValidationErrors()
                        .getFirst()
                        .getMessage())
                .startsWith("Account code '476' has been removed");
    }

    @Test
    void throwsTheMinuteLimit() throws IOException {
        var busy = new Desk(settings -> settings.withLimits(new XeroLimits(1, 1_000, 10_000)));
        try (var other = new SimServer(busy.xero, 0)) {
            var client = new XeroSdk(busy, other);
            client.accounting.getOrganisations(client.token, client.tenant);

            var limited = catchThrowableOfType(
                    XeroMinuteRateLimitException.class,
                    () -> client.accounting.getOrganisations(client.token, client.tenant));

            assertThat(limited.getRetryAfterSeconds()).isEqualTo(60);
            assertThat(limited.getMinuteLimitRemaining()).isZero();
        }
    }

    @Test
    void throwsAnUnauthorisedToken() {
        assertThatThrownBy(() -> sdk.accounting.getOrganisations("nonsense", sdk.tenant))
                .isInstanceOf(XeroUnauthorizedException.class);
    }
}
