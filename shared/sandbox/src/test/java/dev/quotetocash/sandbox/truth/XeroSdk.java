package dev.quotetocash.sandbox.truth;

import com.xero.api.ApiClient;
import com.xero.api.client.AccountingApi;
import com.xero.api.client.IdentityApi;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Invoices;
import com.xero.models.accounting.LineItem;
import com.xero.models.accounting.Payment;
import com.xero.models.accounting.Payments;
import dev.quotetocash.sandbox.sim.SimServer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.threeten.bp.LocalDate;

/// Xero's Java client, set up for a desk or a sandbox that is served (reference/xero-api.md, 15.1). Not by
/// `getInstance`, which remembers the first address for good.
final class XeroSdk {

    static final LocalDate DATE = LocalDate.of(2026, 11, 22);

    final AccountingApi accounting;
    final IdentityApi identity;
    final String token;
    final String tenant;

    XeroSdk(Desk desk, SimServer server) {
        this(server.address(), desk.token(), desk.settings.tenantId());
    }

    XeroSdk(String address, String token, String tenant) {
        accounting = new AccountingApi(client(address + "/api.xro/2.0"));
        identity = new IdentityApi(client(address));
        this.token = token;
        this.tenant = tenant;
    }

    private static ApiClient client(String base) {
        return new ApiClient(base, null, null, null, null);
    }

    Contact contact(String name) throws IOException {
        var contacts = new Contacts().addContactsItem(new Contact().name(name));
        return accounting
                .createContacts(token, tenant, contacts, null, false)
                .getContacts()
                .getFirst();
    }

    /// Of one line of 100.00 and 20 % tax.
    Invoice invoice(Contact contact, Invoice.StatusEnum status) throws IOException {
        var invoices = new Invoices().addInvoicesItem(draft(contact).status(status));
        return accounting
                .createInvoices(token, tenant, invoices, null, false, 4)
                .getInvoices()
                .getFirst();
    }

    static Invoice draft(Contact contact) {
        var invoice = new Invoice()
                .type(Invoice.TypeEnum.ACCREC)
                .contact(new Contact().contactID(contact.getContactID()))
                .reference("HS-987")
                .addLineItemsItem(line());
        invoice.setDate(DATE);
        invoice.setDueDate(DATE.plusDays(30));
        return invoice;
    }

    static LineItem line() {
        return new LineItem()
                .description("Support")
                .quantity(1.0)
                .unitAmount(100.0)
                .accountCode("200")
                .taxType("OUTPUT2");
    }

    Invoice read(UUID invoice) throws IOException {
        return accounting.getInvoice(token, tenant, invoice, 4).getInvoices().getFirst();
    }

    Invoice move(UUID invoice, Invoice.StatusEnum status) throws IOException {
        var invoices =
                new Invoices().addInvoicesItem(new Invoice().invoiceID(invoice).status(status));
        return accounting
                .updateInvoice(token, tenant, invoice, invoices, null, 4)
                .getInvoices()
                .getFirst();
    }

    Payment pay(UUID invoice, double amount) throws IOException {
        var payment = new Payment()
                .invoice(new Invoice().invoiceID(invoice))
                .account(new Account().code("090"))
                .amount(amount);
        payment.setDate(DATE);
        return accounting
                .createPayments(token, tenant, new Payments().payments(List.of(payment)), null, false)
                .getPayments()
                .getFirst();
    }
}
