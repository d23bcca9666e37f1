// What this page asks of HubSpot's public API.
import { api, Refusal } from './api.js';

const OBJECTS = '/crm/objects/2026-09/';
const ASSOCIATIONS = '/crm/associations/2026-09/';
const PAGES_MAX = 5;

/** HubSpot's own association types. */
const TYPE = { dealToCompany: 341, dealToContact: 3, lineItemToDeal: 20, companyToBillingContact: 930 };

const DEAL = ['dealname', 'amount', 'deal_currency_code', 'dealstage', 'pipeline', 'hs_num_of_associated_line_items',
  'xero_invoice_id', 'xero_invoice_number', 'xero_invoice_url', 'xero_invoice_state', 'xero_invoice_date', 'xero_due_date',
  'xero_currency', 'xero_total', 'xero_paid', 'xero_credited', 'xero_due', 'xero_paid_on', 'xero_sync_state', 'xero_sync_error',
  'xero_synced_at'];
const LINE = ['name', 'quantity', 'price', 'hs_discount_percentage', 'hs_tax_rate_group_id', 'amount', 'hs_position_on_quote'];

let call;

export function connect(token) {
  call = api({ Authorization: `Bearer ${token}` }, explain);
}

/** A 207 of a batch read only says that some ids are missing. */
function explain(status, json, text) {
  const errors = json.errors ?? [];
  if (status === 207) {
    const real = errors.filter(error => error.category !== 'OBJECT_NOT_FOUND');
    return real.length ? new Refusal(real.map(error => error.message).join(' '), status) : undefined;
  }
  const fields = errors.flatMap(error => error.context?.propertyName ?? []);
  const told = errors.map(error => `${(error.context?.propertyName ?? []).join(', ')}: ${error.message}`);
  return new Refusal(told.join(' ') || json.message || text || `HubSpot answered ${status}`, status, fields);
}

export const pipelines = async () => (await call('GET', '/crm/pipelines/2026-09/deals')).results;
export const taxRates = async () => (await call('GET', '/tax-rates/2026-09/tax-rates')).results;

export async function currencies() {
  const account = await call('GET', '/account-info/2026-09/details');
  return [account.companyCurrency, ...account.additionalCurrencies];
}

/** The bridge's own properties of a deal, by name; empty before its setup has run. */
export async function bridgeProperties() {
  const all = (await call('GET', '/crm/properties/2026-09/deals')).results;
  return new Map(all.filter(property => property.name.startsWith('xero_')).map(property => [property.name, property]));
}

/** Deals with the ids of their companies; at most five hundred. */
export async function deals() {
  const found = [];
  let after = '';
  for (let page = 0; page < PAGES_MAX; page++) {
    const reply = await call('GET',
      `${OBJECTS}deals?limit=100&properties=${DEAL.join(',')}&associations=companies${after && `&after=${after}`}`,
      undefined, { quiet: true });
    found.push(...reply.results);
    after = reply.paging?.next?.after;
    if (!after) break;
  }
  return found;
}

export async function deal(id, quiet = false) {
  return call('GET', `${OBJECTS}deals/${id}?properties=${DEAL.join(',')}&associations=companies,contacts,line_items`,
    undefined, { quiet });
}

export function associated(record, ...names) {
  const ids = names.flatMap(name => record.associations?.[name]?.results ?? []).map(link => link.id);
  return [...new Set(ids)];
}

async function many(type, ids, properties) {
  if (!ids.length) return [];
  const body = { properties, inputs: ids.slice(0, 100).map(id => ({ id })) };
  return (await call('POST', `${OBJECTS}${type}/batch/read`, body, { quiet: true })).results;
}

export async function companyNames(ids) {
  return (await many('companies', ids, ['name'])).map(company => [company.id, company.properties.name ?? '']);
}

export const contacts = ids => many('contacts', ids, ['firstname', 'lastname', 'email']);

export async function lines(ids) {
  const found = await many('line_items', ids, LINE);
  return found.sort((one, other) => Number(one.id) - Number(other.id));
}

export async function companies() {
  return (await call('GET', `${OBJECTS}companies?limit=100&properties=name`)).results
    .map(company => [company.id, company.properties.name ?? company.id]);
}

export const change = (type, id, properties) => call('PATCH', `${OBJECTS}${type}/${id}`, { properties });
export const remove = (type, id) => call('DELETE', `${OBJECTS}${type}/${id}`);

export async function addLines(dealId, all) {
  const inputs = all.map(properties => ({ properties, associations: [link(dealId, TYPE.lineItemToDeal)] }));
  return (await call('POST', `${OBJECTS}line_items/batch/create`, { inputs })).results;
}

/**
 * A deal with its company, billing contact and lines. HubSpot has no call for all of it, so what was created is
 * archived again when a later part is refused.
 */
export async function createDeal({ properties, companyId, company, contact, lines: all }) {
  const made = [];
  const create = async (type, body) => {
    const id = (await call('POST', OBJECTS + type, body)).id;
    made.push([type, id]);
    return id;
  };
  try {
    const buyer = companyId || (company.name && await create('companies', { properties: company }));
    const billed = Object.keys(contact).length && await create('contacts', { properties: contact });
    if (buyer && billed) await bill(buyer, billed);
    const links = [buyer && link(buyer, TYPE.dealToCompany), billed && link(billed, TYPE.dealToContact)].filter(Boolean);
    const id = await create('deals', { properties, associations: links });
    if (all.length) await addLines(id, all);
    return id;
  } catch (problem) {
    for (const [type, id] of made.reverse()) await remove(type, id);
    throw problem;
  }
}

function bill(from, to) {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TYPE.companyToBillingContact }];
  return call('POST', `${ASSOCIATIONS}companies/contacts/batch/create`, { inputs: [{ from: { id: from }, to: { id: to }, types }] });
}

function link(id, type) {
  return { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: type }] };
}
