// What this page asks of Xero's public API.
import { api, Refusal } from './api.js';
import { numeric } from './format.js';

const BASE = '/api.xro/2.0';
const PAGE_SIZE = 50;

let call;

export function connect(token, tenant) {
  call = api({ Authorization: `Bearer ${token}`, 'xero-tenant-id': tenant }, explain);
}

/** Xero's words: of every refused element, else of the whole. */
function explain(status, json, text) {
  const told = (json.Elements ?? []).flatMap(element => element.ValidationErrors ?? []).map(error => error.Message);
  const message = told.join(' ') || json.Message || json.Detail || (status === 404 ? 'Xero does not know this record.' : text);
  return new Refusal(message || `Xero answered ${status}`, status);
}

const query = values => new URLSearchParams(Object.entries(values).filter(([, value]) => value));

export const organisation = async () => (await call('GET', `${BASE}/Organisation`)).Organisations[0];

/** One page of sales invoices, the latest number first. */
export async function invoices({ page, searchTerm, status }) {
  const asked = query({ page, pageSize: PAGE_SIZE, where: 'Type=="ACCREC"', order: 'InvoiceNumber DESC', searchTerm, Statuses: status });
  const reply = await call('GET', `${BASE}/Invoices?${asked}`, undefined, { quiet: true });
  return { rows: reply.Invoices, pages: reply.pagination?.pageCount ?? 1, count: reply.pagination?.itemCount ?? reply.Invoices.length };
}

export const invoice = async (id, quiet = false) => (await call('GET', `${BASE}/Invoices/${id}`, undefined, { quiet })).Invoices[0];

export async function contacts({ page, searchTerm }) {
  const asked = query({ page, pageSize: PAGE_SIZE, order: 'Name', searchTerm });
  const reply = await call('GET', `${BASE}/Contacts?${asked}`, undefined, { quiet: true });
  return { rows: reply.Contacts, pages: reply.pagination?.pageCount ?? 1, count: reply.pagination?.itemCount ?? reply.Contacts.length };
}

/** Where money can be paid to. */
export async function accounts() {
  const asked = query({ where: 'Type=="BANK" OR EnablePaymentsToAccount==true' });
  return (await call('GET', `${BASE}/Accounts?${asked}`)).Accounts;
}

export const setStatus = ({ InvoiceID }, Status) =>
  call('POST', `${BASE}/Invoices/${InvoiceID}`, { Invoices: [{ InvoiceID, Status }] });

export const pay = ({ InvoiceID }, { amount, date, account }) => call('PUT', `${BASE}/Payments`, {
  Payments: [{ Invoice: { InvoiceID }, Account: { AccountID: account }, Date: date, Amount: numeric(amount) }],
});

export const removePayment = id => call('POST', `${BASE}/Payments/${id}`, { Status: 'DELETED' });

/**
 * A credit note of `amount` with tax in it, allocated to the invoice: two calls. A note that cannot be allocated is
 * voided again.
 */
export async function credit(invoice, { amount, date, description }) {
  const [first] = invoice.LineItems.filter(line => line.AccountCode);
  const note = (await call('PUT', `${BASE}/CreditNotes`, {
    CreditNotes: [{
      Type: 'ACCRECCREDIT',
      Status: 'AUTHORISED',
      Contact: { ContactID: invoice.Contact.ContactID },
      Date: date,
      CurrencyCode: invoice.CurrencyCode,
      Reference: invoice.InvoiceNumber,
      LineAmountTypes: 'Inclusive',
      LineItems: [{ Description: description, Quantity: 1, UnitAmount: numeric(amount), AccountCode: first?.AccountCode ?? '200', TaxType: first?.TaxType }],
    }],
  })).CreditNotes[0];
  try {
    await call('PUT', `${BASE}/CreditNotes/${note.CreditNoteID}/Allocations`, {
      Allocations: [{ Invoice: { InvoiceID: invoice.InvoiceID }, Amount: numeric(amount), Date: date }],
    });
  } catch (problem) {
    await call('POST', `${BASE}/CreditNotes/${note.CreditNoteID}`, { CreditNotes: [{ CreditNoteID: note.CreditNoteID, Status: 'VOIDED' }] });
    throw problem;
  }
  return note;
}
