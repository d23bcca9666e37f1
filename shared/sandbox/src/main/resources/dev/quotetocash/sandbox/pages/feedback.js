// Telling people what happened, dialogs, and waiting.
import { h } from './dom.js';

const GONE_AFTER = 6000;
const EVERY = 2000;

let titles = 0;

/** Says that something worked. It goes by itself. */
export function done(text) {
  const note = h('p', { class: 'note good', role: 'status' }, text);
  place().replaceChildren(note);
  setTimeout(() => note.remove(), GONE_AFTER);
}

/** Says why something did not work, until it is dismissed or something else is said. */
export function failed(problem) {
  const close = h('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss this message' }, '✕');
  const note = h('div', { class: 'note bad', role: 'alert' }, h('p', {}, problem.message), close);
  close.addEventListener('click', () => note.remove());
  place().replaceChildren(note);
}

export function clear() {
  place().replaceChildren();
}

/** The open dialog's place for messages, else the page's: whatever is outside an open dialog cannot be read. */
function place() {
  return [...document.querySelectorAll('dialog[open] .notes')].at(-1) ?? document.getElementById('notes');
}

/** Runs `work` while `button` shows that it is under way; a refusal is told and answered with undefined. */
export async function during(button, work) {
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  clear();
  try {
    return await work();
  } catch (problem) {
    failed(problem);
    return undefined;
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  }
}

/** Opens a dialog; `body` comes below its title. Escape and the cross close it. */
export function dialog(title, body, { side = false, onclose = () => {} } = {}) {
  const heading = h('h2', { id: `title-${++titles}`, tabindex: '-1', autofocus: true }, title);
  const close = h('button', { type: 'button', class: 'quiet close', 'aria-label': 'Close' }, '✕');
  const node = h('dialog', { class: side ? 'side' : 'box', 'aria-labelledby': heading.id },
    h('div', { class: 'bar' }, heading, close),
    h('div', { class: 'notes' }),
    body);
  close.addEventListener('click', () => node.close());
  node.addEventListener('close', () => {
    node.remove();
    onclose();
  });
  document.body.append(node);
  node.showModal();
  return node;
}

/** Asks before something that cannot be taken back; `yes` is the button's word. */
export function confirm(title, text, yes, work) {
  const button = h('button', { type: 'button', class: 'danger' }, yes);
  const cancel = h('button', { type: 'button' }, 'Cancel');
  const node = dialog(title, h('div', { class: 'stack' }, h('p', {}, text), h('div', { class: 'actions' }, cancel, button)));
  cancel.addEventListener('click', () => node.close());
  button.addEventListener('click', async () => {
    if ((await during(button, async () => { await work(); return true; }))) node.close();
  });
  cancel.focus();
}

/**
 * Repeats `work` every two seconds while the page is visible, and whenever it becomes so. Answers a function that
 * repeats it now, and `stop`.
 */
export function whileVisible(work) {
  let timer;
  let running;
  let stopped = false;
  const run = async () => {
    clearTimeout(timer);
    if (stopped || document.hidden) return;
    if (running) await running;
    clearTimeout(timer);
    running = connected(work);
    await running;
    running = undefined;
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, EVERY);
  };
  document.addEventListener('visibilitychange', run);
  return {
    now: run,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', run);
    },
  };
}

/** A background read that fails is told once, and that it works again too. */
async function connected(work) {
  try {
    await work();
    document.getElementById('lost')?.remove();
  } catch (problem) {
    if (document.getElementById('lost')) return;
    document.getElementById('notes').before(
      h('p', { id: 'lost', class: 'note bad', role: 'alert' }, `${problem.message} Trying again every two seconds.`));
  }
}
