// What the list and an open invoice have in common: the state, and what may be done in it.
import { h } from './dom.js';
import { confirm, done, during } from './feedback.js';
import { today } from './format.js';
import { creditForm, payForm } from './xero-money.js';
import * as xero from './xero-calls.js';

const LOOK = { PAID: 'good', AUTHORISED: 'info', SUBMITTED: 'info', VOIDED: 'gone', DELETED: 'gone' };
const ACTIONS = {
  DRAFT: ['Authorise', 'Delete'],
  SUBMITTED: ['Authorise', 'Delete'],
  AUTHORISED: ['Pay', 'Credit', 'Void'],
};

export const dead = invoice => invoice.Status === 'VOIDED' || invoice.Status === 'DELETED';

export function status(invoice) {
  const word = invoice.Status[0] + invoice.Status.slice(1).toLowerCase();
  return h('span', { class: 'badges' },
    h('span', { class: `badge ${LOOK[invoice.Status] ?? ''}`, 'data-status': invoice.Status }, word),
    overdue(invoice) && h('span', { class: 'badge bad' }, 'Overdue'));
}

/** Xero has no such status: it is authorised, owing and past its due date. */
function overdue(invoice) {
  return invoice.Status === 'AUTHORISED' && invoice.AmountDue > 0 && (invoice.DueDateString ?? '9999').slice(0, 10) < today();
}

/** The buttons of an invoice; `changed` is told when one of them did something. */
export function actions(invoice, changed) {
  return (ACTIONS[invoice.Status] ?? []).map(name => {
    const button = h('button', {
      type: 'button',
      'data-action': name.toLowerCase(),
      class: name === 'Authorise' || name === 'Pay' ? 'primary' : '',
      'aria-label': `${name} ${invoice.InvoiceNumber}`,
    }, name);
    button.addEventListener('click', () => DEEDS[name](invoice, changed, button));
    return button;
  });
}

const DEEDS = {
  Authorise: (invoice, changed, button) => during(button, async () => {
    await xero.setStatus(invoice, 'AUTHORISED');
    await changed();
    done(`${invoice.InvoiceNumber} is authorised.`);
  }),
  Pay: payForm,
  Credit: creditForm,
  Void: (invoice, changed) => confirm(`Void ${invoice.InvoiceNumber}?`,
    'A voided invoice keeps its number and cannot be brought back.', 'Void', async () => {
      await xero.setStatus(invoice, 'VOIDED');
      await changed();
    }),
  Delete: (invoice, changed) => confirm(`Delete draft ${invoice.InvoiceNumber}?`,
    'A deleted draft cannot be brought back.', 'Delete', async () => {
      await xero.setStatus(invoice, 'DELETED');
      await changed();
    }),
};
