// Calls to the simulator that serves this page.

let underWay = 0;

/** What the API refused: its own message, and the names of the fields that it names. */
export class Refusal extends Error {
  constructor(message, status, fields = []) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** Token, tenant and the other simulator's address, which is empty where this one runs alone; its links are set. */
export async function values() {
  const given = await (await fetch('/ui/values.json')).json();
  document.getElementById('other').hidden = !given.other;
  document.querySelectorAll('#other, a.other').forEach(link => {
    if (given.other) link.href = given.other;
    else link.removeAttribute('href');
  });
  return given;
}

/**
 * An API as a function of method, path, body. `explain` turns a reply that is no success into a Refusal, or into
 * nothing if it is one after all. A quiet call shows no progress.
 */
export function api(headers, explain) {
  return async (method, path, body, { quiet = false } = {}) => {
    if (!quiet) busy(1);
    try {
      return await send(method, path, body, headers, explain);
    } finally {
      if (!quiet) busy(-1);
    }
  };
}

async function send(method, path, body, headers, explain) {
  let reply;
  try {
    reply = await fetch(path, {
      method,
      cache: 'no-store',
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Refusal('The simulator does not answer. Is ./bridge up still running?', 0);
  }
  const text = await reply.text();
  const json = parse(text);
  const refusal = reply.ok && reply.status !== 207 ? undefined : explain(reply.status, json, text);
  if (refusal) throw refusal;
  return json;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return {};
  }
}

function busy(change) {
  underWay += change;
  document.getElementById('progress').hidden = underWay === 0;
}
