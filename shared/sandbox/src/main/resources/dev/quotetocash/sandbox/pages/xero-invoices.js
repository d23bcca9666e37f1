// The list of sales invoices.
import { h } from './dom.js';
import { day, money } from './format.js';
import { actions, dead, status } from './xero-invoice-parts.js';
import { showList } from './xero-list.js';
import * as xero from './xero-calls.js';

const STATUSES = [['', 'All'], ['DRAFT', 'Draft'], ['SUBMITTED', 'Submitted'], ['AUTHORISED', 'Authorised'], ['PAID', 'Paid'],
  ['VOIDED', 'Voided'], ['DELETED', 'Deleted']];
const COLUMNS = [['Number', 'first'], ['Contact', ''], ['Date', 'date'], ['Due date', 'date'], ['Reference', ''], ['Status', ''], ['Total', 'number'],
  ['Paid', 'number'], ['Due', 'number'], ['Actions', 'acts']];

export function showInvoices(place) {
  const list = showList(place, {
    search: 'Number or reference',
    statuses: STATUSES,
    columns: COLUMNS,
    read: xero.invoices,
    id: invoice => invoice.InvoiceID,
    row: invoice => row(invoice, () => list.now()),
    empty: 'No invoices yet. Win a deal in HubSpot, and its draft appears here.',
    noun: 'invoice',
  });
  return list;
}

function row(invoice, changed) {
  const sum = amount => money(amount, invoice.CurrencyCode);
  return [
    h('a', { href: `#/invoices/${invoice.InvoiceID}`, 'data-action': 'open' }, invoice.InvoiceNumber || 'No number'),
    invoice.Contact.Name,
    day(invoice.DateString),
    day(invoice.DueDateString),
    invoice.Reference,
    status(invoice),
    sum(invoice.Total),
    sum(invoice.AmountPaid),
    dead(invoice) ? '–' : sum(invoice.AmountDue),
    actions(invoice, changed),
  ];
}
