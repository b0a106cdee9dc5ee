// Controls of the inspector. Each is {node, show(value)}: `show` never touches what a person is typing in.
import { el, familyClass } from '../dom.js';

const PAUSE = 1200; // ms after the last letter of several lines
let count = 0;
const nextId = () => `f-${(count += 1)}`;
const focusedIn = (node) => node.getRootNode().activeElement === node;

/** A labelled control. */
export function labelled(label, control, { hint = '', id = nextId() } = {}) {
  control.id ||= id;
  return el('div', { class: 'f' }, el('label', { for: control.id }, label, hint && el('span', { class: 'soft' }, ` · ${hint}`)), control);
}

/** A text: stored when it is left, on Enter (one line), or after a pause (several lines).

`wrong(text)` says in words why a text cannot be stored as it is; `asks(text)` gives a question {words, no, yes} that is
to be answered before: until then nothing is stored. `warns(text)` only says something. */
export function textField({ label, hint, test, lines = 1, max, onset, empty = lines > 1, wrong, asks, warns }) {
  const input = el(lines > 1 ? 'textarea' : 'input', { class: `field${lines > 1 ? ' note' : ''}`, test, maxlength: max, rows: lines > 1 ? lines : null, autocomplete: 'off' });
  const said = el('div', { class: 'said-of', role: 'status', test: `${test}-says`, hidden: true });
  let stored = '', timer, answered = '', asking = null, waits = false;
  const say = (...parts) => ((asking = null), said.replaceChildren(...parts), (said.hidden = !parts.length), Boolean(parts.length));
  const keep = () => (say(), onset((stored = input.value)));

  function question({ words, no, yes }) {
    const button = (name, text, onclick) => el('button', { class: 'btn', type: 'button', test: `${test}-${name}`, onclick }, text);
    say(el('p', {}, words), button('no', no, () => (say(), (input.value = stored), input.focus())), button('yes', yes, () => ((answered = input.value), keep(), input.focus())));
  }

  function store() {
    clearTimeout(timer);
    const text = input.value;
    waits = text !== stored && Boolean(input.closest('[data-covered]')); // there is nothing now that it could be stored on
    if (waits) return void (timer = setTimeout(store, PAUSE));
    if (text === stored || !(text.trim() || empty)) return void (text === stored && say());
    const fault = text.trim() && wrong?.(text);
    if (fault) return void say(el('p', {}, fault));
    const asked = answered !== text && asks?.(text);
    if (asked) return void (asking === text || (question(asked), (asking = text))); // its buttons stay under the pointer
    keep();
    const warning = warns?.(text);
    if (warning) say(el('p', {}, warning));
  }

  input.addEventListener('change', store);
  if (lines > 1) input.addEventListener('input', () => (clearTimeout(timer), (timer = setTimeout(store, PAUSE))));
  else input.addEventListener('keydown', (event) => event.key === 'Enter' && (event.preventDefault(), store(), input.select()));
  const node = labelled(label, input, { hint });
  node.append(said);
  return {
    node,
    show(value) {
      if (input.value !== stored && waits) return;
      if ((focusedIn(input) && input.value !== stored) || (!said.hidden && input.value !== stored)) return;
      stored = value ?? '';
      if (input.value !== stored) input.value = stored;
    },
    /** Store what can be stored; whether something that was typed could not be. */
    close: () => (store(), input.value !== stored && !said.hidden),
  };
}

/** A choice out of a list: options [{id, label, group}]. */
export function selectField({ label, test, options, onset }) {
  const select = el('select', { class: 'field', test, onchange: () => onset(select.value || null) });
  fillOptions(select, options);
  return { node: labelled(label, select), show: (value) => (select.value = value ?? ''), fill: (rows) => fillOptions(select, rows) };
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

/** One of a few, as chips, as a bar or as a list: choices [{id, label}]; arrow keys move. `look` is 'chips', 'seg' or 'rows'.

A choice with the id null is "nothing said"; with `none`, the chosen one is let go by choosing it again. */
export function choiceField({ label, test, choices, onset, look = 'chips', none = false }) {
  const name = nextId();
  let chosen = null;
  const buttons = choices.map((choice) => el('button', {
    type: 'button', role: 'radio', class: look === 'seg' ? '' : 'chip', test: `${test}-${choice.id ?? 'none'}`,
    onclick: () => onset(none && chosen === choice.id ? null : choice.id),
  }, choice.label));
  const group = el('div', { class: look, role: 'radiogroup', 'aria-labelledby': name, onkeydown: (event) => step(event, buttons) }, buttons);
  return {
    node: el('div', { class: 'f' }, label && el('span', { class: 'label', id: name }, label), group),
    show(value) {
      chosen = value ?? null;
      const at = choices.findIndex((choice) => choice.id === chosen);
      buttons.forEach((button, i) => {
        button.setAttribute('aria-checked', String(i === at));
        button.classList.toggle('on', i === at);
        button.tabIndex = i === Math.max(0, at) ? 0 : -1;
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

/** Any number of a few, as chips that stay down. */
export function choicesField({ label, test, choices, onset }) {
  const name = nextId();
  let chosen = new Set();
  const buttons = choices.map(({ id, label: words }) => el('button', { class: 'chip', type: 'button', test: `${test}-${id}`, onclick: () => toggle(id) }, words));

  function toggle(id) {
    const on = new Set(chosen);
    if (!on.delete(id)) on.add(id);
    onset(choices.map((choice) => choice.id).filter((each) => on.has(each)));
  }

  return {
    node: el('div', { class: 'f' }, el('span', { class: 'label', id: name }, label), el('div', { class: 'chips', role: 'group', 'aria-labelledby': name }, buttons)),
    show(values) {
      chosen = new Set(values ?? []);
      buttons.forEach((button, i) => {
        const on = chosen.has(choices[i].id);
        button.classList.toggle('on', on);
        button.setAttribute('aria-pressed', String(on));
      });
    },
  };
}

/** Yes or nothing said, with what it means below. */
export function flagField({ label, test, hint = '', onset }) {
  const id = nextId();
  const box = el('input', { type: 'checkbox', test, onchange: () => onset(box.checked), 'aria-describedby': hint ? id : null });
  return {
    node: el('div', { class: 'f' }, el('label', { class: 'row check' }, box, label), hint ? el('p', { class: 'small soft', id }, hint) : null),
    show: (value) => (box.checked = Boolean(value)),
  };
}

/** Say where one is: `tell(name)` while the focus is in a field, `tell(null)` when it has left. */
export function watchFocus(node, name, tell) {
  node.dataset.property = name; // where it is said who else is in it
  node.addEventListener('focusin', () => tell(name));
  node.addEventListener('focusout', (event) => node.contains(event.relatedTarget) || tell(null));
}

/** A link's sentence as elements: the verb in its family's colour. */
export function sentenceNodes(parts, letter) {
  const nodes = parts.map(({ text, as }) => (as === 'actor' ? el('b', {}, text) : as === 'verb' ? el('span', { class: `say ${familyClass(letter)}` }, text) : text));
  return nodes;
}
