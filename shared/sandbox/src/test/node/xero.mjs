import { equal, holds, money, refused as refusedAs, step } from './checks.mjs';
import { records } from './xero-records.mjs';

const UNKNOWN = '00000000-0000-4000-8000-00000000abcd';
const SECOND = 1000;

/** The calls of Xero's client that the story does not need. */
export async function xeroAlone(xero, tenant) {
  const contact = await records(xero, tenant);
  const invoices = await creation(xero, tenant, contact);
  await reading(xero, tenant, invoices);
  await around(xero, tenant, invoices);
  await deletedPayment(xero, tenant, invoices[0]);
  await errors(xero, tenant, contact);
}

async function creation(xero, tenant, contactID) {
  const invoice = (reference, unitAmount) => ({
    type: 'ACCREC', contact: { contactID }, date: '2026-11-02', dueDate: '2026-12-02', reference, status: 'AUTHORISED',
    lineAmountTypes: 'Exclusive',
    lineItems: [{ description: 'Winch', quantity: 2, unitAmount, accountCode: '200', taxType: 'OUTPUT2' }],
  });
  const ids = await step('Xero creates three invoices in one call', async () => {
    const { body } = await xero.createInvoices(
      tenant, { invoices: [invoice('NODE-1', 10.5), invoice('NODE-2', 0.1234), invoice('NODE-3', 30)] }, false, 4);
    equal(body.invoices.map((one) => one.statusAttributeString), ['OK', 'OK', 'OK'], 'statusAttributeString');
    money(body.invoices[0].total, '25.20', 'total');
    equal(body.invoices[1].lineItems[0].unitAmount, 0.1234, 'four decimals');
    return body.invoices.map((one) => one.invoiceID);
  });
  await step('Xero answers the same call with the same idempotency key once more, and makes nothing', async () => {
    const again = () => xero.createInvoices(tenant, { invoices: [invoice('NODE-4', 1)] }, false, 4, 'node-key-4');
    const first = (await again()).body.invoices[0].invoiceID;
    equal((await again()).body.invoices[0].invoiceID, first, 'invoiceID');
    const { body } = await xero.getInvoices(tenant, undefined, 'Reference=="NODE-4"');
    equal(body.invoices.length, 1, 'invoices');
    await xero.updateInvoice(tenant, first, { invoices: [{ invoiceID: first, status: 'VOIDED' }] });
  });
  return ids;
}

async function reading(xero, tenant, ids) {
  const list = ({ since, where, order, iDs, page, pageSize, searchTerm }) =>
    xero.getInvoices(tenant, since, where, order, iDs, undefined, undefined, undefined, page, undefined, undefined,
      undefined, undefined, pageSize, searchTerm);
  await step('Xero pages through invoices in order', async () => {
    const where = 'Reference.StartsWith("NODE-") AND Status=="AUTHORISED"';
    const first = (await list({ where, order: 'Reference DESC', page: 1, pageSize: 2 })).body;
    equal(first.invoices.map((one) => one.reference), ['NODE-3', 'NODE-2'], 'first page');
    equal([first.pagination.pageCount, first.pagination.itemCount], [2, 3], 'pagination');
    const second = (await list({ where, order: 'Reference DESC', page: 2, pageSize: 2 })).body;
    equal(second.invoices.map((one) => one.reference), ['NODE-1'], 'second page');
    equal(second.invoices[0].lineItems.length, 1, 'lines come with a page');
  });
  await step('Xero lists no lines without a page', async () => {
    const { body } = await list({ iDs: ids });
    equal(body.invoices.length, 3, 'invoices');
    equal(body.invoices.every((one) => !one.lineItems?.length), true, 'no lines');
    equal(body.pagination, undefined, 'no pagination');
  });
  await step('Xero filters by date and amount, and searches', async () => {
    const where = 'Date>=DateTime(2026,11,01) && Date<DateTime(2026,11,03) && AmountDue>50';
    const { body } = await list({ where });
    equal(body.invoices.map((one) => one.reference), ['NODE-3'], 'references');
    equal(new Date(body.invoices[0].date).toISOString().slice(0, 10), '2026-11-02', 'date');
    equal((await list({ searchTerm: 'node-2', page: 1 })).body.invoices.length, 1, 'by search term');
  });
  await step('Xero filters by numbers, contacts and statuses, and summarises', async () => {
    const { invoiceNumber, contact } = (await xero.getInvoice(tenant, ids[1])).body.invoices[0];
    const chosen = async (...from) => (await xero.getInvoices(tenant, undefined, undefined, undefined, ...from)).body;
    const byNumber = await chosen(undefined, [invoiceNumber]);
    equal(byNumber.invoices.map((one) => one.invoiceID), [ids[1]], 'by number');
    const authorised = await chosen(undefined, undefined, [contact.contactID], ['AUTHORISED']);
    equal(authorised.invoices.map((one) => one.invoiceID).sort(), [...ids].sort(), 'by contact and status');
    equal((await chosen(undefined, undefined, undefined, ['PAID'])).invoices, [], 'none is paid');
    const summary = await chosen(ids, undefined, undefined, undefined, 1, undefined, undefined, undefined, true);
    equal(summary.invoices.some((one) => one.lineItems?.length), false, 'no lines in a summary');
    equal(summary.pagination.itemCount, 3, 'itemCount');
  });
  await step('Xero lists what changed since (If-Modified-Since)', async () => {
    const { updatedDateUTC } = (await xero.getInvoice(tenant, ids[2])).body.invoices[0];
    const found = (await list({ since: updatedDateUTC, page: 1 })).body.invoices;
    holds(found.some((one) => one.invoiceID === ids[2]), 'the one of that second is there');
    const later = await list({ since: new Date(Date.now() + 60 * SECOND), page: 1 });
    equal(later.body.invoices ?? [], [], 'nothing changes in the future');
  });
}

async function around(xero, tenant, [id]) {
  await step('Xero tells the online address of an invoice', async () => {
    const { body } = await xero.getOnlineInvoice(tenant, id);
    holds(body.onlineInvoices[0].onlineInvoiceUrl.startsWith('https://in.xero.com/'), 'the address');
  });
  await step('Xero refuses the online address of what is not there with 404', async () => {
    const error = await refused(() => xero.getOnlineInvoice(tenant, UNKNOWN), 'reading it');
    equal(status(error), 404, 'status');
  });
  if (await served(() => xero.getInvoiceHistory(tenant, id), "an invoice's history")) {
    await step('Xero keeps a history note', async () => {
      await xero.createInvoiceHistory(tenant, id, { historyRecords: [{ details: 'Agreed by telephone' }] });
      const { body } = await xero.getInvoiceHistory(tenant, id);
      holds(body.historyRecords.some((one) => one.details === 'Agreed by telephone'), 'the note is there');
    });
  }
}

async function deletedPayment(xero, tenant, invoiceID) {
  await step('Xero takes a payment, lists it, and deletes it', async () => {
    const payment = { invoice: { invoiceID }, account: { code: '090' }, date: '2026-11-03', amount: 25.2 };
    const made = (await xero.createPayment(tenant, payment)).body.payments[0];
    equal(made.invoice.status, 'PAID', 'status of the invoice');
    const where = `Invoice.InvoiceID==Guid("${invoiceID}")`;
    equal((await xero.getPayments(tenant, undefined, where)).body.payments[0].paymentID, made.paymentID, 'listed');
    const deleted = (await xero.deletePayment(tenant, made.paymentID, { status: 'DELETED' })).body.payments[0];
    equal(deleted.status, 'DELETED', 'status');
    equal((await xero.getInvoice(tenant, invoiceID)).body.invoices[0].status, 'AUTHORISED', 'status of the invoice');
  });
}

async function errors(xero, tenant, contactID) {
  await step('Xero refuses a taken contact name with a ValidationException', async () => {
    const error = await refused(() => xero.createContacts(tenant, { contacts: [{ name: 'avocet marine PLC' }] }), 'it');
    equal(status(error), 400, 'status');
    equal(error.body.Type, 'ValidationException', 'type');
  });
  await step('Xero refuses an invoice in a currency it has not', async () => {
    const invoice = { type: 'ACCREC', contact: { contactID }, currencyCode: 'JPY', status: 'DRAFT', lineItems: [] };
    const error = await refused(() => xero.createInvoices(tenant, { invoices: [invoice] }), 'it');
    equal(status(error), 400, 'status');
    holds(JSON.stringify(error.body).includes('Organisation is not subscribed to currency JPY'), 'the message');
  });
  await step('Xero answers 404 for an invoice that does not exist', async () => {
    equal(status(await refused(() => xero.getInvoice(tenant, UNKNOWN), 'reading it')), 404, 'status');
  });
  await step('Xero refuses a where that nobody can read with 400', async () => {
    equal(status(await refused(() => xero.getInvoices(tenant, undefined, 'Status is fine'), 'it')), 400, 'status');
  });
}

/** Xero's client throws a text that is JSON. */
async function refused(call, what) {
  return JSON.parse(await refusedAs(call, what));
}

/** Whether a part of the API is simulated at all: what is not answers 404. */
async function served(call, what) {
  try {
    await call();
    return true;
  } catch (error) {
    if (status(JSON.parse(error)) !== 404) throw error;
    console.log(`-- not simulated: ${what}`);
    return false;
  }
}

function status(error) {
  return error.response.statusCode;
}
