// Amounts and dates as people read them.

export function money(amount, currency) {
  if (amount === null || amount === undefined || amount === '') return '';
  const number = Number(amount);
  if (Number.isNaN(number)) return String(amount);
  return currency
    ? new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(number)
    : new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(number);
}

export function plural(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** `2026-11-23`, with or without a time, as `23 Nov 2026`. */
export function day(text) {
  if (!text) return '';
  const at = new Date(`${String(text).slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at.valueOf())
    ? String(text)
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** Xero's `/Date(1789344000000+0000)/` as `2026-09-14`. */
export function wireDay(text) {
  const found = /\/Date\((-?\d+)/.exec(text ?? '');
  return found ? new Date(Number(found[1])).toISOString().slice(0, 10) : '';
}

export function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A whole value typed by a person as a JSON number; anything else as it is, for the API to judge. */
export function numeric(text) {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : text.trim();
}
