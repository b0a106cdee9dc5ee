// Controls of the inspector. Each is {node, show(value)}: `show` never touches what a person is typing in.
import { el, familyClass } from '../dom.js';

let count = 0;
const nextId = () => `f-${(count += 1)}`;
const focusedIn = (node) => node.getRootNode().activeElement === node;

/** A labelled control. */
export function labelled(label, control, { hint = '', id = nextId() } = {}) {
  control.id ||= id;
  return el('div', { class: 'f' }, el('label', { for: control.id }, label, hint && el('span', { class: 'soft' }, ` · ${hint}`)), control);
}

/** A text: stored when it is left, on Enter (one line), or after a pause (several lines). */
export function textField({ label, hint, test, lines = 1, max, onset }) {
  const input = el(lines > 1 ? 'textarea' : 'input', { class: `field${lines > 1 ? ' note' : ''}`, test, maxlength: max, rows: lines > 1 ? lines : null, autocomplete: 'off' });
  let stored = '', timer;
  const store = () => {
    clearTimeout(timer);
    if (input.value !== stored && (input.value.trim() || lines > 1)) onset((stored = input.value));
  };
  input.addEventListener('change', store);
  if (lines > 1) input.addEventListener('input', () => (clearTimeout(timer), (timer = setTimeout(store, 1200))));
  else input.addEventListener('keydown', (event) => event.key === 'Enter' && (event.preventDefault(), store(), input.select()));
  return {
    node: labelled(label, input, { hint }),
    show(value) {
      if (focusedIn(input) && input.value !== stored) return;
      stored = value ?? '';
      if (input.value !== stored) input.value = stored;
    },
    close: store,
  };
}

/** A choice out of a list: options [{id, label, group}]. */
export function selectField({ label, test, options, onset }) {
  const select = el('select', { class: 'field', test, onchange: () => onset(select.value || null) });
  fillOptions(select, options);
  return { node: labelled(label, select), show: (value) => (select.value = value ?? '') };
}

/** Put options {id, label, group} into a select, grouped where they say so. */
export function fillOptions(select, options) {
  const groups = new Map();
  select.replaceChildren(...options.flatMap(({ id, label, group }) => {
    const option = el('option', { value: id }, label);
    if (!group) return [option];
    if (groups.has(group)) return groups.get(group).append(option), [];
    groups.set(group, el('optgroup', { label: group }, option));
    return [groups.get(group)];
  }));
}

/** One of a few, as chips or as a bar: choices [{id, label}]; arrow keys move. `look` is 'chips' or 'seg'. */
export function choiceField({ label, test, choices, onset, look = 'chips', none = false }) {
  const name = nextId();
  let chosen = null;
  const buttons = choices.map((choice) => el('button', {
    type: 'button', role: 'radio', class: look === 'chips' ? 'chip' : '', test: `${test}-${choice.id}`,
    onclick: () => onset(none && chosen === choice.id ? null : choice.id),
  }, choice.label));
  const group = el('div', { class: look, role: 'radiogroup', 'aria-labelledby': name, onkeydown: (event) => step(event, buttons) }, buttons);
  return {
    node: el('div', { class: 'f' }, label && el('span', { class: 'label', id: name }, label), group),
    show(value) {
      chosen = value ?? null;
      buttons.forEach((button, i) => {
        const on = choices[i].id === chosen;
        button.setAttribute('aria-checked', String(on));
        button.classList.toggle('on', on);
        button.tabIndex = on || (chosen === null && i === 0) ? 0 : -1;
      });
    },
  };
}

function step(event, buttons) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  event.stopPropagation();
  const at = buttons.indexOf(event.target);
  buttons[(at + by + buttons.length) % buttons.length].focus();
}

/** The tower of influence: 0 to 5 discs on a base, or not rated. */
export function towerField({ label, test, t, onset, min = 0, max = 5 }) {
  let value = null;
  const move = (by) => onset(value === null ? (by > 0 ? min + (by > 1 ? by : 0) : null) : Math.max(min, Math.min(max, value + by)));
  const less = el('button', { type: 'button', class: 'btn', test: `${test}-less`, 'aria-label': t('canvas.tower.less'), onclick: () => move(-1) }, '−');
  const more = el('button', { type: 'button', class: 'btn', test: `${test}-more`, 'aria-label': t('canvas.tower.more'), onclick: () => move(1) }, '+');
  const none = el('button', { type: 'button', class: 'btn quiet', test: `${test}-none`, onclick: () => onset(null) }, t('canvas.tower.none'));
  const discs = el('span', { class: 'discs', 'aria-hidden': 'true' });
  const said = el('output', { class: 'num', test: `${test}-value`, 'aria-live': 'polite' });
  return {
    node: el('div', { class: 'f' }, el('span', { class: 'label' }, label), el('div', { class: 'row tower-field', role: 'group', 'aria-label': label }, less, discs, said, more, none)),
    show(next) {
      value = next ?? null;
      said.textContent = value === null ? t('canvas.tower.unrated') : String(value);
      discs.replaceChildren(...(value === null ? [] : [...Array.from({ length: value }, () => el('i')), el('b')]));
      less.disabled = value === null || value <= min;
      more.disabled = value === max;
      none.hidden = value === null;
    },
  };
}

/** A link's sentence as elements: the verb in its family's colour. */
export function sentenceNodes(parts, letter) {
  const nodes = parts.map(({ text, as }) => (as === 'actor' ? el('b', {}, text) : as === 'verb' ? el('span', { class: `say ${familyClass(letter)}` }, text) : text));
  return nodes;
}
