// The form of a new deal: company, billing contact and lines in one.
import { field, h, options } from './dom.js';
import { dialog, done, during } from './feedback.js';
import { money } from './format.js';
import { invalid, isToBlame, lineFields, net } from './hubspot-lines.js';
import * as hubspot from './hubspot-calls.js';

const LINES_MAX = 20;

/** Opens the form; `created` gets the new deal's id. */
export async function newDeal(opener, { pipeline, taxRates, currencies, created }) {
  const companies = await during(opener, hubspot.companies);
  if (companies) new NewDeal(pipeline, taxRates, currencies, companies, created).open();
}

class NewDeal {
  constructor(pipeline, taxRates, currencies, companies, created) {
    this.pipeline = pipeline;
    this.taxRates = taxRates;
    this.created = created;
    this.lines = [];
    const open = pipeline.stages.filter(stage => stage.metadata.isClosed !== 'true');
    this.controls = {
      dealname: text('dealname', { required: true }),
      dealstage: h('select', { name: 'dealstage' }, options(open.map(stage => [stage.id, stage.label]))),
      deal_currency_code: h('select', { name: 'deal_currency_code' }, options(currencies.map(code => [code, code]))),
      amount: text('amount', { inputmode: 'decimal', class: 'number' }),
      company: h('select', { name: 'company' }, options([['', 'New company'], ...companies])),
      name: text('companyname'),
      domain: text('domain', { inputmode: 'url' }),
      firstname: text('firstname'),
      lastname: text('lastname'),
      email: text('email', { type: 'email' }),
    };
    this.sum = h('output', { class: 'sum' });
  }

  open() {
    const c = this.controls;
    const fresh = h('div', { class: 'grid' }, field('Company name', c.name), field('Domain (optional)', c.domain));
    c.company.addEventListener('change', () => { fresh.hidden = c.company.value !== ''; });
    this.rows = h('ol', { class: 'lines' });
    this.submit = h('button', { type: 'submit', class: 'primary' }, 'Create deal');
    const more = h('button', { type: 'button' }, 'Add a line');
    more.addEventListener('click', () => this.addLine().focus());
    const form = h('form', { class: 'stack', novalidate: true },
      h('div', { class: 'grid' },
        field('Deal name', c.dealname), field('Stage', c.dealstage), field('Currency', c.deal_currency_code),
        field('Amount (optional)', c.amount, 'Left empty, it is the total of the lines.')),
      h('fieldset', {}, h('legend', {}, 'Company'), field('Company', c.company), fresh),
      h('fieldset', {}, h('legend', {}, 'Billing contact'),
        h('div', { class: 'grid' }, field('First name', c.firstname), field('Last name', c.lastname), field('E-mail', c.email))),
      h('fieldset', {}, h('legend', {}, 'Line items'), this.rows, h('div', { class: 'actions spread' }, more, this.sum)),
      h('div', { class: 'actions' }, this.submit));
    form.addEventListener('submit', event => { event.preventDefault(); this.create(); });
    form.addEventListener('input', () => this.total());
    c.deal_currency_code.addEventListener('change', () => this.total());
    this.addLine();
    this.node = dialog('New deal', form, { side: true });
    c.dealname.focus();
  }

  addLine() {
    const line = lineFields({ quantity: '1', hs_tax_rate_group_id: this.taxRates[0]?.id ?? '' }, this.taxRates);
    const drop = h('button', { type: 'button', class: 'quiet', 'aria-label': 'Remove this line' }, '✕');
    const row = h('li', { class: 'line' }, line.nodes, drop);
    drop.addEventListener('click', () => {
      row.remove();
      this.lines = this.lines.filter(other => other !== line);
      this.total();
    });
    if (this.lines.length < LINES_MAX) {
      this.lines.push(line);
      this.rows.append(row);
      this.total();
    }
    return line;
  }

  total() {
    const net = this.net();
    this.sum.textContent = `Total without tax: ${Number.isNaN(net) ? '–' : money(net, this.controls.deal_currency_code.value)}`;
  }

  net() {
    return this.lines.map(line => net(line.read())).reduce((one, other) => one + other, 0);
  }

  async create() {
    const missing = [this.controls.dealname, ...this.rows.querySelectorAll('[required]')].find(control => !control.value.trim());
    if (missing) return missing.reportValidity();
    this.mark();
    const name = this.controls.dealname.value.trim();
    const id = await during(this.submit, () => hubspot.createDeal(this.wanted()).catch(problem => {
      this.mark(problem);
      throw problem;
    }));
    if (!id) return undefined;
    this.node.close();
    done(`${name} is created.`);
    return this.created(id);
  }

  wanted() {
    const value = name => this.controls[name].value.trim();
    const net = this.net();
    return {
      properties: filled({
        dealname: value('dealname'),
        pipeline: this.pipeline.id,
        dealstage: value('dealstage'),
        deal_currency_code: value('deal_currency_code'),
        amount: value('amount') || (this.lines.length && !Number.isNaN(net) ? net.toFixed(2) : ''),
      }),
      companyId: value('company'),
      company: filled({ name: value('name'), domain: value('domain') }),
      contact: filled({ firstname: value('firstname'), lastname: value('lastname'), email: value('email') }),
      lines: this.lines.map(line => filled(line.read())),
    };
  }

  mark(problem) {
    for (const [name, control] of Object.entries(this.controls)) invalid(control, isToBlame(name, control, problem));
    this.lines.forEach(line => line.mark(problem));
  }
}

function text(name, props = {}) {
  return h('input', { name, autocomplete: 'off', ...props });
}

function filled(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
