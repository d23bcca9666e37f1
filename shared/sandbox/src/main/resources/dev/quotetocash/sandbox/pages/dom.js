// Building and keeping elements.

let ids = 0;

/** An element: attributes, `on…` listeners, then children. Absent children and attributes may be null or false. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false || name === 'value') continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  if (props.value !== undefined) node.value = props.value;
  return node;
}

/** A labelled control. `control` keeps its id if it has one. */
export function field(label, control, hint = '') {
  control.id ||= `f${++ids}`;
  const node = h('div', { class: 'field' }, h('label', { for: control.id }, label), control);
  if (hint) {
    const help = h('p', { class: 'hint', id: `${control.id}-hint` }, hint);
    control.setAttribute('aria-describedby', help.id);
    node.append(help);
  }
  return node;
}

export function options(entries) {
  return entries.map(([value, label]) => h('option', { value }, label));
}

/**
 * Brings the children of `container` to `items`, touching only those that changed. What somebody is typing or
 * choosing in stays as it is; a focused button or link keeps the focus over a change.
 */
export function keyed(container, items, key, render) {
  const old = new Map([...container.children].map(node => [node.dataset.key ?? '', node]));
  items.forEach((item, index) => {
    const id = key(item);
    const sign = JSON.stringify(item);
    let node = old.get(id);
    old.delete(id);
    if (!node || (node.sign !== sign && !inUse(node))) {
      const fresh = render(item);
      fresh.dataset.key = id;
      fresh.sign = sign;
      if (node) swap(node, fresh);
      node = fresh;
    }
    if (container.children[index] !== node) container.insertBefore(node, container.children[index] ?? null);
  });
  old.forEach(node => node.remove());
}

function inUse(node) {
  const focused = document.activeElement;
  return node.contains(focused) && /^(INPUT|SELECT|TEXTAREA)$/.test(focused.tagName);
}

function swap(node, fresh) {
  const action = node.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
  node.replaceWith(fresh);
  if (action) fresh.querySelector(`[data-action="${action}"]`)?.focus();
}
