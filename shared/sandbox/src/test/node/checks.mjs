// What the story is written in: one line per step, and an end at the first disagreement.
import { deepStrictEqual } from 'node:assert';

let steps = 0;

export function done() {
  return steps;
}

/** Runs one step, prints its sentence, and names it if it fails. */
export async function step(sentence, work) {
  try {
    const result = await work();
    steps += 1;
    console.log(`ok ${steps} ${sentence}`);
    return result;
  } catch (error) {
    throw new Error(`${sentence}: ${told(error)}`);
  }
}

export function equal(actual, expected, what) {
  try {
    deepStrictEqual(actual, expected);
  } catch {
    throw new Error(`${what}: expected ${text(expected)} but was ${text(actual)}`);
  }
}

export function holds(condition, what) {
  if (!condition) throw new Error(`${what}: does not hold`);
}

/** Amounts come as floating point numbers: compared as the two decimals they are printed with. */
export function money(actual, expected, what) {
  equal(typeof actual, 'number', `${what} is a number`);
  equal(actual.toFixed(2), expected, what);
}

/** The error that `call` must end in. */
export async function refused(call, what) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error(`${what} was accepted`);
}

/** Looks until `look` gives something, `seconds` at most. */
export async function until(what, seconds, look) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Xero's client throws a text with the whole exchange: its answer says enough. */
function told(error) {
  if (error instanceof Error) return error.message;
  try {
    const { response } = JSON.parse(error);
    return `${response.statusCode} ${text(response.body)}`;
  } catch {
    return text(error);
  }
}

function text(value) {
  return JSON.stringify(value) ?? String(value);
}
