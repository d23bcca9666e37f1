// Recording a payment or a credit against an invoice.
import { field, h, options } from './dom.js';
import { dialog, done, during } from './feedback.js';
import { money, today } from './format.js';
import * as xero from './xero-calls.js';

export async function payForm(invoice, changed, opener) {
  const accounts = await during(opener, xero.accounts);
  if (!accounts) return;
  const account = h('select', { name: 'account' }, options(accounts.map(each => [each.AccountID, `${each.Code} ${each.Name}`])));
  moneyForm(`Pay ${invoice.InvoiceNumber}`, 'Record payment', invoice, [field('Paid into', account)], async values => {
    await xero.pay(invoice, { ...values, account: account.value });
    await changed();
    return `${money(values.amount, invoice.CurrencyCode)} is recorded on ${invoice.InvoiceNumber}.`;
  });
}

export function creditForm(invoice, changed) {
  const why = h('input', { name: 'description', value: 'Goodwill', autocomplete: 'off' });
  moneyForm(`Credit ${invoice.InvoiceNumber}`, 'Create and allocate', invoice, [field('Description', why)], async values => {
    const note = await xero.credit(invoice, { ...values, description: why.value });
    await changed();
    return `Credit note ${note.CreditNoteNumber} is allocated to ${invoice.InvoiceNumber}.`;
  });
}

/** An amount, at first what is due, a date, and `more`; `work` answers what to say when it is done. */
function moneyForm(title, word, invoice, more, work) {
  const amount = h('input', { name: 'amount', inputmode: 'decimal', class: 'number', autocomplete: 'off', value: invoice.AmountDue.toFixed(2) });
  const date = h('input', { name: 'date', type: 'date', value: today() });
  const submit = h('button', { type: 'submit', class: 'primary' }, word);
  const form = h('form', { class: 'stack', novalidate: true },
    h('p', { class: 'quiet' }, `${invoice.Contact.Name}: ${money(invoice.AmountDue, invoice.CurrencyCode)} due of ${money(invoice.Total, invoice.CurrencyCode)}`),
    h('div', { class: 'grid' }, field(`Amount (${invoice.CurrencyCode})`, amount), field('Date', date)),
    more,
    h('div', { class: 'actions' }, submit));
  const node = dialog(title, form);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    amount.removeAttribute('aria-invalid');
    const told = await during(submit, () => work({ amount: amount.value, date: date.value }).catch(problem => {
      amount.setAttribute('aria-invalid', 'true');
      throw problem;
    }));
    if (!told) return;
    node.close();
    done(told);
  });
  amount.select();
}
