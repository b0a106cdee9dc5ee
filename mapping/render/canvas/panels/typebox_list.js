// The popup under the box to type in: what Enter will do, a question, and what may be chosen. A listbox of a combobox.
import { el, refill } from '../dom.js';
import { sentenceNodes } from './fields.js';

const SPEAK_MS = 500; // after the last letter, so that a reader is not interrupted at each
const LEAST = 150; // px for a question and two rows
let boxes = 0;

/** `enter` is what the key is called. */
export function typeboxList(input, enter) {
  const list = el('ul', { class: 'options', role: 'listbox', id: `options-${(boxes += 1)}`, test: 'options', hidden: true });
  const preview = el('div', { class: 'will', test: 'typebox-will', 'aria-hidden': 'true', hidden: true }); // `spoken` says it
  const question = el('p', { class: 'ask', test: 'typebox-says', role: 'status', hidden: true });
  const spoken = el('p', { class: 'vh', 'aria-live': 'polite', test: 'typebox-spoken' });
  const node = el('div', { class: 'popup', hidden: true }, preview, question, list);
  let rows = [], at = -1, timer;
  const completes = () => (rows[at]?.fill ? rows[at] : rows.find((row) => row.fill)) ?? null;

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  const mark = () => {
    const whole = rows.indexOf(completes());
    [...list.children].forEach((row, i) => (row.setAttribute('aria-selected', String(i === at)), row.classList.toggle('completes', i === whole)));
    if (at < 0) return input.removeAttribute('aria-activedescendant');
    list.children[at].scrollIntoView({ block: 'nearest' });
    return input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const speak = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => spoken.textContent !== text && (spoken.textContent = text), SPEAK_MS);
  };

  /** The popup gets the room that a keyboard, or what the page has below, leaves it: under the box or above it. */
  function fit() {
    const seen = globalThis.visualViewport, box = input.getBoundingClientRect(), tab = input.closest('.tab')?.getBoundingClientRect();
    const top = Math.max(seen?.offsetTop ?? 0, tab?.top ?? 0), bottom = Math.min((seen?.offsetTop ?? 0) + (seen?.height ?? innerHeight), tab?.bottom ?? Infinity);
    const below = bottom - box.bottom - 16, above = box.top - top - 16, up = below < LEAST && above > below;
    node.classList.toggle('up', up);
    node.style.setProperty('--room', `${Math.max(LEAST, Math.round(up ? above : below))}px`);
  }

  return {
    node, spoken,
    get rows() {
      return rows;
    },
    get chosen() {
      return rows[at] ?? null;
    },
    /** The row that Tab writes into the box: the marked one, else the first. */
    get completes() {
      return completes();
    },
    /** Show what will be done ({sentences, notes, text}), a question, and rows {test, name, other, pick, fill}. */
    show({ will = null, ask = '', rows: next = [], said = '' }) {
      rows = next;
      at = -1;
      refill(preview, ...(will ? [will.sentences.map(({ parts, letter }) => el('p', {}, sentenceNodes(parts, letter ?? ''))), will.text ? el('p', {}, will.text) : null,
        will.does ? el('kbd', { class: 'key', 'aria-hidden': 'true' }, enter) : null, will.notes.length ? el('p', { class: 'soft small' }, will.notes.join(' · ')) : null] : []));
      preview.hidden = !will;
      question.textContent = ask;
      question.hidden = !ask;
      list.replaceChildren(...rows.map((row, i) => el('li', {
        role: 'option', id: `${list.id}-${i}`, test: row.test, 'aria-selected': 'false', class: row.own ? 'own' : null,
        onpointerdown: (event) => event.preventDefault(), onclick: () => row.pick(),
      }, el('span', { class: row.hue ?? null }, row.badge ?? null, row.name), row.other && el('span', { class: 'soft small' }, row.other))));
      list.hidden = !rows.length;
      node.hidden = !rows.length && !will && !ask;
      input.setAttribute('aria-expanded', String(!node.hidden && rows.length > 0));
      mark();
      if (!node.hidden) fit();
      speak(said);
    },
    step(by) {
      if (!rows.length) return;
      at = (at + by + rows.length + (at < 0 && by < 0 ? 1 : 0)) % rows.length;
      mark();
    },
    close() {
      this.show({});
    },
    stop: () => clearTimeout(timer),
    fit: () => !node.hidden && fit(),
  };
}
