// The page of the simulated Xero.
import { values } from './api.js';
import { control } from './control.js';
import { clear, failed } from './feedback.js';
import { showContacts } from './xero-contacts.js';
import { openInvoice } from './xero-invoice.js';
import { showInvoices } from './xero-invoices.js';
import * as xero from './xero-calls.js';

const place = document.getElementById('list');
let other;
let list;
let listed;

async function start() {
  const given = await values();
  other = given.other;
  xero.connect(given.token, given.tenant);
  control(document.getElementById('control'));
  window.addEventListener('hashchange', route);
  await Promise.all([route(), introduce()]);
}

async function introduce() {
  const organisation = await xero.organisation();
  document.getElementById('organisation').textContent = `${organisation.Name}, ${organisation.BaseCurrency}`;
}

/** `#/invoices`, `#/invoices/{id}` or `#/contacts`. */
async function route() {
  const [, kind, id] = location.hash.split('/');
  show(kind === 'contacts' ? 'contacts' : 'invoices');
  document.querySelectorAll('dialog[data-invoice]').forEach(node => node.dataset.invoice !== id && node.close());
  if (!id || kind !== 'invoices' || document.querySelector('dialog[data-invoice]')) return;
  try {
    await openInvoice(id, other, () => list.now(), () => {
      if (location.hash.endsWith(id)) history.replaceState(null, '', '#/invoices');
      document.querySelector(`[data-key="${id}"] [data-action="open"]`)?.focus();
    });
  } catch (problem) {
    failed(problem.status === 404 ? new Error('There is no such invoice here.') : problem);
  }
}

function show(kind) {
  if (listed === kind) return;
  listed = kind;
  list?.stop();
  clear();
  const title = kind === 'contacts' ? 'Contacts' : 'Invoices';
  document.title = `${title} · Simulated Xero`;
  document.getElementById('title').textContent = title;
  document.querySelectorAll('.tabs a').forEach(link => {
    if (link.hash === `#/${kind}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
  list = kind === 'contacts' ? showContacts(place) : showInvoices(place);
}

start().catch(failed);
