// A list with a search and pages; what it lists is given.
import { field, h, keyed, options } from './dom.js';
import { clear, whileVisible } from './feedback.js';
import { plural } from './format.js';

const PAUSE = 250;

/**
 * Shows a list in `place` and keeps it fresh. `columns` are [heading, class]; `read` gets page, searchTerm and status;
 * `row` makes the cells of one. Answers `now` and `stop`.
 */
export function showList(place, { search, statuses, columns, read, id, row, empty, noun }) {
  const term = h('input', { type: 'search', name: 'search', autocomplete: 'off' });
  const status = statuses && h('select', { name: 'status' }, options(statuses));
  const body = h('tbody', { role: 'rowgroup' });
  const nothing = h('p', { class: 'empty', hidden: true }, empty);
  const count = h('p', { class: 'quiet', role: 'status' }, 'Reading …');
  const back = h('button', { type: 'button' }, 'Previous');
  const on = h('button', { type: 'button' }, 'Next');
  const asked = { page: 1, searchTerm: '', status: '' };

  const table = h('table', { role: 'table', class: 'list' },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(([name, look]) => h('th', { scope: 'col', role: 'columnheader', class: look }, name)))),
    body);
  place.replaceChildren(
    h('form', { class: 'filters', role: 'search' }, field(search, term), status && field('Status', status)),
    h('div', { class: 'scroll' }, table), nothing,
    h('div', { class: 'actions spread' }, count, h('div', { class: 'actions' }, back, on)));

  const poll = whileVisible(async () => {
    const found = await read(asked);
    keyed(body, found.rows, id, item => cells(row(item), columns));
    nothing.hidden = found.count > 0;
    table.hidden = found.count === 0;
    nothing.textContent = asked.searchTerm || asked.status ? 'Nothing fits.' : empty;
    const told = plural(found.count, noun, `${noun}s`) + (found.pages > 1 ? `, page ${asked.page} of ${found.pages}` : '');
    if (count.textContent !== told) count.textContent = told;
    back.hidden = on.hidden = found.pages <= 1;
    back.disabled = asked.page <= 1;
    on.disabled = asked.page >= found.pages;
  });
  const ask = change => {
    Object.assign(asked, { page: 1 }, change);
    clear();
    return poll.now();
  };
  let typing;
  place.querySelector('form').addEventListener('submit', event => event.preventDefault());
  term.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => ask({ searchTerm: term.value.trim() }), PAUSE);
  });
  status?.addEventListener('change', () => ask({ status: status.value }));
  back.addEventListener('click', () => ask({ page: asked.page - 1 }));
  on.addEventListener('click', () => ask({ page: asked.page + 1 }));
  poll.now();
  return poll;
}

/** On a narrow screen each cell stands alone, with its heading before it. */
function cells(contents, columns) {
  return h('tr', { role: 'row' }, contents.map((content, at) =>
    h('td', { role: 'cell', class: columns[at][1], 'data-heading': columns[at][0] }, content)));
}
