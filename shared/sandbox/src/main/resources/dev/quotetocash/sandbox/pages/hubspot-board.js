// The deals of one pipeline as columns of cards.
import { h, keyed, options } from './dom.js';
import { money, plural } from './format.js';

/** How a state of an invoice or of the sync looks. */
const LOOK = {
  PAID: 'good', ok: 'good', CREDITED: 'good',
  AWAITING_PAYMENT: 'info', PART_PAID: 'info', SUBMITTED: 'info', waiting: 'info',
  OVERDUE: 'bad', needs_attention: 'bad', paused: 'bad',
};

export function shownState(value, label) {
  return h('span', { class: `badge ${LOOK[value] ?? ''}`, 'data-state': value }, label);
}

/** Shows `deals` in `place`; `move(deal, stage)` is called when a card's stage is chosen. */
export function showBoard(place, pipeline, deals, account, move) {
  place.querySelector(':scope > .empty')?.remove();
  const columns = pipeline.stages.map(stage => ({ id: stage.id, label: stage.label, won: stage.metadata, order: stage.displayOrder }));
  keyed(place, columns, column => `${pipeline.id}/${column.id}`, column => newColumn(column));
  pipeline.stages.forEach((stage, index) => {
    const cards = deals.filter(deal => deal.stage === stage.id);
    const column = place.children[index];
    column.classList.toggle('vacant', cards.length === 0);
    column.querySelector('.count').textContent = cards.length;
    column.querySelector('.sum').textContent = sums(cards);
    keyed(column.querySelector('ul'), cards, deal => deal.id, deal => card(deal, pipeline, account, move));
  });
  place.removeAttribute('aria-busy');
}

function newColumn({ id, label, won }) {
  const closed = won.isClosed === 'true' ? (won.probability === '1.0' ? 'won' : 'lost') : 'open';
  return h('section', { class: `column ${closed}`, 'aria-labelledby': `stage-${id}`, 'data-stage': id },
    h('h2', { id: `stage-${id}` }, label, ' ', h('span', { class: 'count' })),
    h('p', { class: 'sum' }),
    h('ul', {}));
}

function sums(cards) {
  const byCurrency = new Map();
  cards.forEach(deal => byCurrency.set(deal.currency, (byCurrency.get(deal.currency) ?? 0) + Number(deal.amount || 0)));
  return [...byCurrency].map(([currency, sum]) => money(sum, currency)).join(' + ');
}

function card(deal, pipeline, account, move) {
  const stage = h('select', { 'aria-label': `Stage of ${deal.name}`, 'data-action': 'stage', value: deal.stage },
    options(pipeline.stages.map(each => [each.id, each.label])));
  stage.addEventListener('change', () => move(deal, stage));
  const label = account.bridge.get('xero_invoice_state')?.options?.find(option => option.value === deal.state)?.label ?? deal.state;
  return h('li', { class: 'card', 'data-deal': deal.id },
    h('h3', {}, h('a', { href: `#/deals/${deal.id}`, 'data-action': 'open' }, deal.name)),
    h('p', { class: 'amount' }, deal.amount ? money(deal.amount, deal.currency) : 'No amount'),
    h('p', { class: 'quiet' }, deal.company || 'No company'),
    h('p', { class: 'quiet' }, plural(deal.lines, 'line item', 'line items')),
    (deal.number || deal.attention) && h('p', { class: 'badges' },
      deal.number && h('span', { class: 'quiet' }, deal.number),
      deal.state && shownState(deal.state, label),
      deal.attention && shownState('needs_attention', 'Needs attention')),
    stage);
}
