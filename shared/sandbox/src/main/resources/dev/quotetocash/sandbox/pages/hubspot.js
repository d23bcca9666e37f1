// The page of the simulated HubSpot.
import { options } from './dom.js';
import { Refusal, values } from './api.js';
import { control } from './control.js';
import { done, failed, whileVisible } from './feedback.js';
import { showBoard } from './hubspot-board.js';
import { newDeal } from './hubspot-create.js';
import { openDeal } from './hubspot-deal.js';
import * as hubspot from './hubspot-calls.js';

const board = document.getElementById('board');
const chosen = document.getElementById('pipeline');
const create = document.getElementById('new-deal');
const account = { pipelines: [], taxRates: [], currencies: [], bridge: new Map(), other: '' };
const companyNames = new Map();
let poll;

async function start() {
  const { token, other } = await values();
  hubspot.connect(token);
  control(document.getElementById('control'));
  account.other = other;
  [account.pipelines, account.taxRates, account.currencies, account.bridge] = await Promise.all(
    [hubspot.pipelines(), hubspot.taxRates(), hubspot.currencies(), hubspot.bridgeProperties()]);
  chosen.replaceChildren(...options(account.pipelines.map(pipeline => [pipeline.id, pipeline.label])));
  chosen.addEventListener('change', () => poll.now());
  create.addEventListener('click', () => newDeal(create, { ...account, pipeline: pipeline(), created: () => poll.now() }));
  window.addEventListener('hashchange', route);
  poll = whileVisible(refresh);
  await poll.now();
  await route();
}

function pipeline() {
  return account.pipelines.find(each => each.id === chosen.value) ?? account.pipelines[0];
}

async function refresh() {
  if (!account.bridge.size) account.bridge = await hubspot.bridgeProperties();
  const deals = await hubspot.deals();
  await learnCompanies(deals);
  const cards = deals.filter(deal => (deal.properties.pipeline ?? 'default') === pipeline().id).map(cardOf).reverse();
  showBoard(board, pipeline(), cards, account, move);
}

async function learnCompanies(deals) {
  const unknown = deals.flatMap(deal => hubspot.associated(deal, 'companies')).filter(id => !companyNames.has(id));
  for (const [id, name] of await hubspot.companyNames([...new Set(unknown)])) companyNames.set(id, name);
}

function cardOf(deal) {
  const p = deal.properties;
  return {
    id: deal.id,
    name: p.dealname || `Deal ${deal.id}`,
    amount: p.amount ?? '',
    currency: p.deal_currency_code || account.currencies[0],
    stage: p.dealstage,
    company: hubspot.associated(deal, 'companies').map(id => companyNames.get(id) ?? '').join(', '),
    lines: Number(p.hs_num_of_associated_line_items ?? 0),
    number: p.xero_invoice_number ?? '',
    state: p.xero_invoice_state ?? '',
    attention: p.xero_sync_state === 'needs_attention',
  };
}

async function move(deal, stage) {
  const label = stage.selectedOptions[0].textContent;
  stage.disabled = true;
  try {
    await hubspot.change('deals', deal.id, { dealstage: stage.value });
    await poll.now();
    done(`${deal.name} moved to ${label}.`);
    document.querySelector(`[data-deal="${deal.id}"] [data-action="open"]`)?.focus();
  } catch (problem) {
    stage.value = deal.stage;
    failed(problem);
  } finally {
    stage.disabled = false;
  }
}

/** `#/deals/{id}` is an open deal. */
async function route() {
  const id = /^#\/deals\/(\d+)$/.exec(location.hash)?.[1];
  document.querySelectorAll('dialog[data-deal]').forEach(node => node.dataset.deal !== id && node.close());
  if (!id || document.querySelector(`dialog[data-deal="${id}"]`)) return;
  try {
    await openDeal(id, account, () => poll.now(), () => {
      if (location.hash === `#/deals/${id}`) history.replaceState(null, '', location.pathname);
      document.querySelector(`[data-deal="${id}"] [data-action="open"]`)?.focus();
    });
  } catch (problem) {
    failed(problem instanceof Refusal && problem.status === 404 ? new Error(`There is no deal ${id} here.`) : problem);
  }
}

start().catch(failed);
