// An open deal: what sales sees of its invoice, and its line items.
import { field, h, options } from './dom.js';
import { clear, dialog, done, during, whileVisible } from './feedback.js';
import { day, money } from './format.js';
import { invalid, lineFields, net } from './hubspot-lines.js';
import { shownState } from './hubspot-board.js';
import * as hubspot from './hubspot-calls.js';

/** Opens a deal; `account` is what the page knows, `changed` is told of every change, `closed` when it is left. */
export async function openDeal(id, account, changed, closed) {
  const deal = await hubspot.deal(id);
  const view = new DealView(deal, account, changed);
  await view.open(closed);
}

class DealView {
  constructor(deal, account, changed) {
    this.deal = deal;
    this.account = account;
    this.changed = changed;
  }

  get currency() {
    return this.deal.properties.deal_currency_code ?? this.account.currencies[0];
  }

  async open(closed) {
    const properties = this.deal.properties;
    this.who = h('p', { class: 'quiet' }, '…');
    this.invoice = h('div');
    this.rows = h('ol', { class: 'lines' });
    const body = h('div', { class: 'stack' },
      this.who,
      this.basics(properties),
      h('section', { 'aria-label': 'Invoice in Xero' }, h('h3', {}, 'Invoice in Xero'), this.invoice),
      h('section', { 'aria-label': 'Line items' }, h('h3', {}, 'Line items'), this.rows));
    const poll = whileVisible(() => this.refresh());
    const node = dialog(properties.dealname ?? `Deal ${this.deal.id}`, body, {
      side: true,
      onclose: () => { poll.stop(); closed(); },
    });
    node.dataset.deal = this.deal.id;
    this.show();
    await poll.now();
    await this.showLines();
    this.who.textContent = await this.parties();
  }

  async refresh() {
    this.deal = await hubspot.deal(this.deal.id, true);
    this.show();
  }

  async parties() {
    const companies = await hubspot.companyNames(hubspot.associated(this.deal, 'companies'));
    const contacts = await hubspot.contacts(hubspot.associated(this.deal, 'contacts'));
    const people = contacts.map(({ properties: p }) => [[p.firstname, p.lastname].filter(Boolean).join(' '), p.email].filter(Boolean).join(', '));
    return [...companies.map(([, name]) => name), ...people].join(' · ') || 'No company and no contact';
  }

  basics(properties) {
    const pipeline = this.account.pipelines.find(each => each.id === (properties.pipeline ?? 'default'));
    const stage = h('select', { name: 'dealstage', value: properties.dealstage ?? '' }, options(pipeline.stages.map(each => [each.id, each.label])));
    const amount = h('input', { name: 'amount', value: properties.amount ?? '', inputmode: 'decimal', class: 'number', autocomplete: 'off' });
    const save = h('button', { type: 'submit' }, 'Save');
    const form = h('form', { class: 'grid basics', novalidate: true },
      field('Stage', stage), field(`Amount (${this.currency})`, amount), save);
    form.addEventListener('submit', event => {
      event.preventDefault();
      during(save, async () => {
        invalid(amount, false);
        await hubspot.change('deals', this.deal.id, { dealstage: stage.value, amount: amount.value.trim() })
          .catch(problem => { invalid(amount, problem.fields?.includes('amount')); throw problem; });
        await this.saved('The deal is saved.');
      });
    });
    return form;
  }

  show() {
    const properties = this.deal.properties;
    const sign = JSON.stringify(properties);
    if (this.shown === sign) return;
    this.shown = sign;
    this.invoice.replaceChildren(this.account.bridge.size ? this.facts(properties) : h('p', { class: 'empty' },
      'The bridge has not set up its properties here yet (./bridge setup).'));
  }

  facts(p) {
    if (!p.xero_invoice_number && !p.xero_sync_state && !p.xero_sync_error) {
      return h('p', { class: 'empty' }, 'None yet. Move the deal to a stage that is won, and the bridge makes one.');
    }
    const currency = p.xero_currency || this.currency;
    const label = (name, value) => this.account.bridge.get(name)?.options?.find(option => option.value === value)?.label ?? value;
    const facts = [
      ['Invoice', p.xero_invoice_number && this.link(p)],
      ['State', p.xero_invoice_state && shownState(p.xero_invoice_state, label('xero_invoice_state', p.xero_invoice_state))],
      ['Total', money(p.xero_total, currency)],
      ['Paid', money(p.xero_paid, currency)],
      ['Credited', Number(p.xero_credited) ? money(p.xero_credited, currency) : ''],
      ['Due', money(p.xero_due, currency)],
      ['Due date', day(p.xero_due_date)],
      ['Sync', p.xero_sync_state && shownState(p.xero_sync_state, label('xero_sync_state', p.xero_sync_state))],
      ['Message', p.xero_sync_error],
    ];
    return h('dl', { class: 'facts' }, facts.filter(([, value]) => value)
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { 'data-fact': name }, value))));
  }

  /** The real link leads to the real Xero, where this invoice is not: the simulated one has it. */
  link(p) {
    const { other } = this.account;
    return h('a', {
      href: other ? `${other}/#/invoices/${p.xero_invoice_id}` : p.xero_invoice_url,
      title: other && `In real life: ${p.xero_invoice_url ?? ''}`,
    }, p.xero_invoice_number);
  }

  async showLines() {
    const ids = hubspot.associated(this.deal, 'line items', 'line_items');
    const lines = await hubspot.lines(ids);
    this.rows.replaceChildren(...lines.map(line => this.line(line)), this.newLine());
  }

  line({ id, properties }) {
    const fields = lineFields(properties, this.account.taxRates);
    const save = h('button', { type: 'submit', 'aria-label': `Save line ${properties.name ?? ''}` }, 'Save');
    const remove = h('button', { type: 'button', class: 'quiet', 'aria-label': `Remove ${properties.name ?? 'this line'}` }, '✕');
    const sum = h('p', { class: 'sum' }, money(properties.amount ?? net(properties), this.currency));
    const form = h('form', { class: 'line', novalidate: true, 'aria-label': properties.name ?? 'Line item' }, fields.nodes, sum, save, remove);
    form.addEventListener('submit', event => {
      event.preventDefault();
      during(save, () => this.write(fields, () => hubspot.change('line_items', id, fields.changed()), 'The line is saved.'));
    });
    remove.addEventListener('click', () => during(remove, async () => {
      await hubspot.remove('line_items', id);
      await this.saved('The line is removed.');
    }));
    return h('li', { 'data-line': id }, form);
  }

  newLine() {
    const fields = lineFields({ quantity: '1', hs_tax_rate_group_id: this.account.taxRates[0]?.id ?? '' }, this.account.taxRates);
    const add = h('button', { type: 'submit' }, 'Add line');
    const form = h('form', { class: 'line new', novalidate: true, 'aria-label': 'New line item' }, fields.nodes, add);
    form.addEventListener('submit', event => {
      event.preventDefault();
      const values = Object.fromEntries(Object.entries(fields.read()).filter(([, value]) => value));
      during(add, () => this.write(fields, () => hubspot.addLines(this.deal.id, [values]), 'The line is added.'));
    });
    return h('li', {}, form);
  }

  async write(fields, call, told) {
    fields.mark();
    try {
      await call();
    } catch (problem) {
      fields.mark(problem);
      throw problem;
    }
    await this.saved(told);
  }

  async saved(told) {
    await this.refresh();
    await this.showLines();
    clear();
    done(told);
    this.changed();
  }
}
