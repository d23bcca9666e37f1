// The fields of one line item, in the form of a new deal and in an open one.
import { field, h, options } from './dom.js';

const FIELDS = [['name', 'Name'], ['quantity', 'Quantity'], ['price', 'Unit price'], ['hs_discount_percentage', 'Discount %'],
  ['hs_tax_rate_group_id', 'Tax rate']];

/** Controls for a line's values; `read` answers them by property name, `mark` shows which were refused. */
export function lineFields(values, taxRates) {
  const controls = Object.fromEntries(FIELDS.map(([name]) => [name, control(name, values[name] ?? '', taxRates)]));
  return {
    nodes: FIELDS.map(([name, label]) => field(label, controls[name])),
    read: () => Object.fromEntries(FIELDS.map(([name]) => [name, controls[name].value.trim()])),
    changed: () => Object.fromEntries(FIELDS
      .map(([name]) => [name, controls[name].value.trim()])
      .filter(([name, value]) => value !== (values[name] ?? ''))),
    mark: problem => FIELDS.forEach(([name]) => invalid(controls[name], isToBlame(name, controls[name], problem))),
    focus: () => controls.name.focus(),
  };
}

/** HubSpot names the property and quotes the value, not the line. */
export function isToBlame(name, control, problem) {
  return Boolean(problem?.fields?.includes(name) && problem.message.includes(control.value.trim()));
}

export function invalid(control, is) {
  if (is) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

/** HubSpot's own sum of a line, without tax. Only shown until HubSpot has worked it out. */
export function net(line) {
  const gross = Number(line.quantity || 1) * Number(line.price || 0);
  return gross * (1 - Number(line.hs_discount_percentage || 0) / 100);
}

function control(name, value, taxRates) {
  if (name === 'hs_tax_rate_group_id') {
    return h('select', { name, value }, options([['', 'None'], ...taxRates.map(rate => [rate.id, rate.label])]));
  }
  const number = name !== 'name';
  return h('input', { name, value, required: name !== 'hs_discount_percentage', autocomplete: 'off', inputmode: number && 'decimal', class: number && 'number' });
}
