// An open invoice: its lines, payments and credits.
import { h } from './dom.js';
import { dialog, done, during, whileVisible } from './feedback.js';
import { day, money, wireDay } from './format.js';
import { actions, dead, status } from './xero-invoice-parts.js';
import * as xero from './xero-calls.js';

/** Opens an invoice; `other` is the simulated HubSpot's address. */
export async function openInvoice(id, other, changed, closed) {
  const body = h('div', { class: 'stack' });
  let shown = '';
  const show = invoice => {
    const sign = JSON.stringify(invoice);
    if (sign === shown) return;
    shown = sign;
    body.replaceChildren(...content(invoice, other, async () => { await poll.now(); changed(); }));
  };
  const first = await xero.invoice(id);
  const poll = whileVisible(async () => show(await xero.invoice(id, true)));
  const node = dialog(first.InvoiceNumber || 'Invoice', body, { side: true, onclose: () => { poll.stop(); closed(); } });
  node.dataset.invoice = id;
  show(first);
  await poll.now();
}

function content(invoice, other, changed) {
  const sum = amount => money(amount, invoice.CurrencyCode);
  return [
    h('p', { class: 'quiet' }, invoice.Contact.Name, ' · ', invoice.Contact.EmailAddress || 'no e-mail'),
    h('div', { class: 'actions' }, status(invoice), actions(invoice, changed)),
    facts([
      ['Date', day(invoice.DateString)],
      ['Due date', day(invoice.DueDateString)],
      ['Reference', invoice.Reference],
      ['Deal', deal(invoice, other)],
      ['Amounts', invoice.LineAmountTypes === 'NoTax' ? 'No tax' : `Tax ${invoice.LineAmountTypes.toLowerCase()}`],
      ['Fully paid on', day(wireDay(invoice.FullyPaidOnDate))],
    ]),
    section('Lines', table(['Description', 'Quantity', 'Unit price', 'Discount', 'Account', 'Tax', 'Amount'],
      invoice.LineItems.map(line => [line.Description, line.Quantity ?? '', line.UnitAmount === undefined ? '' : sum(line.UnitAmount),
        line.DiscountRate ? `${line.DiscountRate} %` : '', line.AccountCode ?? '', line.TaxType ?? '', sum(line.LineAmount)]))),
    facts([
      ['Without tax', sum(invoice.SubTotal)],
      ['Tax', sum(invoice.TotalTax)],
      ['Total', sum(invoice.Total)],
      ['Paid', sum(invoice.AmountPaid)],
      ['Credited', sum(invoice.AmountCredited ?? 0)],
      ['Due', dead(invoice) ? '–' : sum(invoice.AmountDue)],
    ]),
    section('Payments', invoice.Payments?.length
      ? table(['Date', 'Reference', 'Amount', ''], invoice.Payments.map(payment =>
        [day(wireDay(payment.Date)), payment.Reference ?? '', sum(payment.Amount), remover(payment, changed)]))
      : h('p', { class: 'empty' }, 'No payments.')),
    section('Credits', invoice.CreditNotes?.length
      ? table(['Date', 'Credit note', 'Amount'], invoice.CreditNotes.map(note =>
        [day(wireDay(note.Date)), note.CreditNoteNumber ?? '', sum(note.AppliedAmount)]))
      : h('p', { class: 'empty' }, 'No credits.')),
  ];
}

/** The bridge writes the deal's address into the invoice; the simulated HubSpot has it under its own. */
function deal(invoice, other) {
  const id = /\/record\/0-3\/(\d+)/.exec(invoice.Url ?? '')?.[1];
  return id && h('a', { href: other ? `${other}/#/deals/${id}` : invoice.Url, title: other && `In real life: ${invoice.Url}` }, `Deal ${id} in HubSpot`);
}

function remover(payment, changed) {
  const button = h('button', { type: 'button', 'aria-label': `Remove the payment of ${day(wireDay(payment.Date))}` }, 'Remove');
  button.addEventListener('click', () => during(button, async () => {
    await xero.removePayment(payment.PaymentID);
    await changed();
    done('The payment is removed.');
  }));
  return button;
}

function section(title, ...content) {
  return h('section', { 'aria-label': title }, h('h3', {}, title), content);
}

function facts(entries) {
  return h('dl', { class: 'facts' }, entries.filter(([, value]) => value)
    .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { 'data-fact': name }, value))));
}

const NUMBERS = ['Quantity', 'Unit price', 'Discount', 'Amount'];

function table(headings, rows) {
  const look = heading => (NUMBERS.includes(heading) ? 'number' : '');
  return h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Table' }, h('table', {},
    h('thead', {}, h('tr', {}, headings.map(heading => (heading ? h('th', { scope: 'col', class: look(heading) }, heading) : h('td'))))),
    h('tbody', {}, rows.map(row => h('tr', {}, row.map((cell, at) => h('td', { class: look(headings[at]) }, cell)))))));
}
