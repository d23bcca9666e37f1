// The panel at the foot of both pages: what the simulator's /sim/ tells and does.
import { h } from './dom.js';
import { api, Refusal } from './api.js';
import { during, done, whileVisible } from './feedback.js';

const SHOWN = 12;

const sim = api({}, (status, json) => new Refusal(json.error ?? `/sim/ answered ${status}`, status));

export function control(place) {
  const sent = h('span', {}, '…');
  const calls = h('tbody');
  const panel = h('details', {},
    h('summary', {}, 'Behind the scenes'),
    h('div', { class: 'columns' },
      h('section', { 'aria-label': 'Webhooks' },
        h('h2', {}, 'Webhooks'),
        h('p', {}, 'Sent so far: ', sent),
        h('p', { class: 'hint' }, 'Lost ones never reach the bridge; its sweeps find the changes nevertheless.'),
        h('div', { class: 'actions' },
          deed('Lose webhooks', '/sim/webhooks/lose', 'Webhooks are lost from now on.'),
          deed('Deliver webhooks', '/sim/webhooks/deliver', 'Webhooks are delivered from now on.'),
          deed('Send all again', '/sim/webhooks/again', 'Every webhook so far was sent again.', { times: 1 }))),
      h('section', { 'aria-label': 'Calls so far' },
        h('h2', {}, 'Calls so far'),
        h('p', { class: 'hint' }, 'By anybody, this page among them; the most frequent ones.'),
        h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Endpoint'), h('th', { scope: 'col', class: 'number' }, 'Calls'))), calls))));
  place.replaceChildren(panel);
  const refresh = whileVisible(async () => {
    if (!panel.open) return;
    const counted = (await sim('GET', '/sim/calls', undefined, { quiet: true })).calls;
    const webhooks = await sim('GET', '/sim/webhooks', undefined, { quiet: true });
    sent.textContent = webhooks.sent + (webhooks.losing ? ', and the network is losing them' : '');
    calls.replaceChildren(...Object.entries(counted)
      .sort((one, other) => other[1] - one[1])
      .slice(0, SHOWN)
      .map(([name, count]) => h('tr', {}, h('td', {}, h('code', {}, name)), h('td', { class: 'number' }, count))));
  });
  panel.addEventListener('toggle', refresh.now);
}

function deed(label, path, told, body) {
  const button = h('button', { type: 'button' }, label);
  button.addEventListener('click', () => during(button, async () => {
    await sim('POST', path, body);
    done(told);
  }));
  return button;
}
